/** What the page of differences has beside the style sheet of the pages about all documents. */
export const pageStyle = `
main>p,main li{max-width:48rem}
section{margin:0 0 2.5rem}
.changes{list-style:none;margin:0;padding:0}
.change{max-width:52rem;border-left:4px solid #c4c4c4;margin:0 0 1rem;padding:.25rem 0 .25rem .75rem;scroll-margin-top:1rem}
.change p{margin:0;overflow-wrap:anywhere}
.change:target,.change:focus{border-left-color:#0b4a8f;background:#eef4fb;outline:none}
.change .number{display:inline-block;min-width:24px;min-height:24px;font-weight:bold;margin-right:.25rem}
.words{white-space:pre-line}
ins{background:#d9f2dc;color:#0b3d14;text-decoration:underline}
del{background:#fde2e4;color:#7a0015;text-decoration:line-through}
.marks{color:#4a4a4a;font-size:.85em}
.about{color:#4a4a4a}
.overview{margin:0 0 1em;padding-left:1.25em}
.overview a{display:inline-block;min-height:24px}
code,.path{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
h2,h3{overflow-wrap:anywhere}
@media print{.change{break-inside:avoid}}
`
