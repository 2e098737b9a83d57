// What a waiting page does, for people whose browser lets it. The server's words decide: its time, its count, its state.
// Nothing here opens anything; whoever changes it changes what they see and nothing else. Short, because the whole page
// has four thousand bytes.
(()=>{
// D: what the server knew when it wrote the page; p: the place in line, 0 while it is still to be drawn.
let A=Math,m=document.querySelector('main'),D=m.dataset,p=+D.p,due=0,
each=(s,f)=>m.querySelectorAll(s).forEach(f),
// Only what has changed is written, because a screen reader reads out each writing.
put=(s,t)=>each(s,e=>e.textContent==t||(e.textContent=t)),
show=(s,v)=>each(s,e=>e.hidden=!v),
later=s=>setTimeout(look,1e3*s),
// A quarter of the expected wait, five seconds at least, ten minutes at most, a fifth more or less.
quarter=s=>later(A.min(600,A.max(5,s/4))*(.8+.4*A.random())),
look=_=>fetch('/waiting/status.json').then(a=>a.json()).then(seen).catch(_=>quarter(40)),
seen=j=>{
let w=j.windows.find(w=>w.id==D.w),
k=/^[MU]/.test(j.status)?j.status:w&&w.placesLeft!='NONE'?'':'NONE';
// Another state has another page; it is only asked for right after the server has answered.
if(k!=D.k)return location.reload();
if(k)return quarter(120);
let r=w.admitPerSecond,u=(Date.parse(w.opensAt)-Date.parse(j.now))/1e3,N=w.draw&&w.draw.tickets,a,t;
if(w.status!='OPEN'){
// Four minutes before the opening nobody asks any more. The first look after it: the larger the crowd, the wider it is spread.
// Within a second of it a cache may have told what was: that look is made up for.
return u>240?quarter(u):later(A.max(u,0)+.4+(u<1?1:p?r?A.min(600,p/r/4):2:A.min(120,2+N/15e3))*A.random())
}
if(!p&&!w.draw.finalSeed)return later(2);
p=p||place(w.draw.finalSeed,N,+D.n);
if(p<=w.nowServing)return location=D.go;
// A draw calls its first places at once; how long the others wait is told by where the rate has come to. A server of the
// release before does not say that.
a=p-('reached'in w?w.reached:w.nowServing)-1;t=a/r/60;
put('.a',(+a.toPrecision(3)).toLocaleString('en'));put('.l',t*.8|0);put('.h',A.ceil(t*1.3)||1);
show('.b',0);show('.v',1);show('.e',r);show('.f',w.placesLeft=='FEW');
// Whoever's turn comes within ten seconds looks when it comes; three times, for a line that stands after all.
a/r<10&&due++<3?later((a+1)/r+.3):quarter(r?a/r:60)
};
later(+D.d)
})()
