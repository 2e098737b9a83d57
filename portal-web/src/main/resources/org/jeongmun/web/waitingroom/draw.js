// The place of number n among N, worked out from the seed as everybody can: see the class Draw, which does the same.
let place=async(g,N,n)=>{
if(n>N)return n;
let k=new DataView(await crypto.subtle.digest('SHA-256',Uint8Array.from([...g.seed.match(/../g).map(b=>'0x'+b),...new TextEncoder().encode(g.value||'')]))),
f=v=>(v=Math.imul(v^v>>>16,0x85ebca6b),v=Math.imul(v^v>>>13,0xc2b2ae35),v^v>>>16),
h=1,x=n-1,M,i,L,R;
while(4**h<N)h++;
M=2**h-1;
do{
L=x>>>h;R=x&M;
for(i=0;i<8;i++)[L,R]=[R,L^f(f(R^k.getInt32(4*i))^k.getInt32((4*i+4)%32))&M];
x=L*2**h+R
}while(x>=N);
return x+1
}
