import type {Styles} from '../../resolve/index.ts'

/** The style sheet of the pages about all documents: the fonts and colours of the documents, a wider measure. */
export function siteStyle({font}: Styles): string {
  const families = [font.family, ...font.fallback]
    .map((name) => (/^[a-z-]+$/.test(name) ? name : `"${name}"`))
    .join(', ')
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
html{font:100%/1.5 ${families};color:#1a1a1a;background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1rem 1.25rem 4rem;max-width:72rem}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .25rem}
h2{font-size:1.2rem;line-height:1.3;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
p,ul,ol{margin:0 0 1em}
p,li{max-width:44rem}
a{color:#0b4a8f}
a:focus-visible,[tabindex]:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.top{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;border-bottom:1px solid #767676;padding-bottom:.5rem}
.top ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
.top a,.top span{display:inline-block;min-height:24px;min-width:24px}
.top span{font-weight:bold}
.lead{color:#4a4a4a}
.table{overflow-x:auto;margin:0 0 1.5em}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-weight:bold;padding:0 0 .5em}
th,td{border-bottom:1px solid #c4c4c4;padding:.5em .75em .5em 0;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #767676}
tbody th{font-weight:normal}
.files a,tbody th a{display:inline-block;min-height:24px;min-width:24px}
.nowrap{white-space:nowrap}
.heard{position:absolute;left:-99rem}
.files{list-style:none;margin:0;padding:0}
.documents{list-style:none;margin:0;padding:0;border-top:2px solid #767676}
.documents>li{max-width:none;display:grid;grid-template-columns:12rem 1fr;gap:0 1.5rem;padding:.75rem 0;border-bottom:1px solid #c4c4c4}
.documents p{margin:0}
.documents .about{color:#4a4a4a;font-size:.9rem}
.documents .files{display:flex;flex-wrap:wrap;gap:0 1.5rem;font-size:.9rem}
.documents .files a{margin-right:.25rem}
.w-10{width:10%}.w-15{width:15%}.w-20{width:20%}.w-30{width:30%}.w-35{width:35%}.w-40{width:40%}.w-50{width:50%}
@media (max-width:40rem){body{padding:.75rem 1rem 3rem}.documents>li{display:block}h1{font-size:1.35rem}}
.right{text-align:right}
.example{color:#8a4b00}
.missing{background:#fde8ec;color:#8f001a}
ins{text-decoration:underline}
del{text-decoration:line-through}
sup{line-height:0;font-size:.75em}
footer{border-top:1px solid #767676;margin-top:3rem;padding-top:1rem;font-size:.875rem;color:#4a4a4a}
@media print{html{font-size:10pt}body{max-width:none;padding:0}.skip,.top{display:none}a{color:inherit;text-decoration:none}h2,h3,caption{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.table{overflow:visible}}
`
}
