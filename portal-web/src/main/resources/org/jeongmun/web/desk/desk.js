// Renews the figures of the overview every five seconds while somebody looks, and nothing else on the page: who reads or
// types stays where they are. Whoever wants it to stand still presses the button.
(()=>{
let button=document.querySelector('#renewing'),now=document.querySelector('#now'),old=document.querySelector('#old'),stands=false,
tell=isOld=>{if(old.hidden==isOld)old.hidden=!isOld;now.classList.toggle('stale',isOld)},
say=_=>button.querySelectorAll('span').forEach(s=>s.hidden=(s.dataset.when=='standing')!=stands),
renew=_=>stands||document.hidden||fetch('/desk/').then(a=>a.ok?a.text():Promise.reject()).then(t=>{
let page=new DOMParser().parseFromString(t,'text/html'),fresh=page.querySelector('#now');
if(!fresh)throw 0;
if(!stands){now.innerHTML=fresh.innerHTML;document.title=page.title;tell(false)}
}).catch(_=>tell(true));
button.hidden=false;
button.onclick=_=>{stands=!stands;say();renew()};
say();
setInterval(renew,5e3);
})()
