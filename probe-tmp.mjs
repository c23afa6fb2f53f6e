import {load} from './dist/load/index.js'
const t=(p,s)=>{const b=performance.now();const m=load(new Map([[p,new TextEncoder().encode(s)]])).messages; console.log(p,m.length,Math.round(performance.now()-b)+'ms',m.slice(0,2).map(x=>`${x.file}:${x.line}:${x.column} ${x.ruleId} ${x.reason}`))}
const g='documents/glossary.yaml', b='documents/sc58/bears/body.en.md'
t(g,'- '.repeat(3000)+'a\n'); t(g,'- '.repeat(3000)); t(b,'---\ntitle: x\n---\n\n'+'- '.repeat(3000)+'a\n'); t(b,'---\ntitle: '+'- '.repeat(3000)+'a\n---\n\nx\n'); t(g,'a: '+'['.repeat(3000)+']'.repeat(3000)); t(g,'a: '+'{a: '.repeat(3000)+'}'.repeat(3000)); t(g,Array.from({length:900},(_,i)=>' '.repeat(i)+'a:').join('\n')); t(g,'a: ['+'.nan,'.repeat(128000)+']')
