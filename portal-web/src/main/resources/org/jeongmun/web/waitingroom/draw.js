// The place of number n among N, worked out from the final seed k as anybody can: see the class Draw, which does the same.
let place=(k,N,n)=>{
if(n>N)return n;
let key=i=>parseInt(k.substr(i%8*8,8),16),
f=v=>(v=Math.imul(v^v>>>16,0x85ebca6b),v=Math.imul(v^v>>>13,0xc2b2ae35),v^v>>>16),
h=1,x=n-1,M,i,L,R;
while(4**h<N)h++;
M=2**h-1;
do{
L=x>>>h;R=x&M;
for(i=0;i<8;i++)[L,R]=[R,L^f(f(R^key(i))^key(i+1))&M];
x=L*2**h+R
}while(x>=N);
return x+1
}
