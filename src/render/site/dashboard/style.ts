/** What the page of the status adds to the style sheet of the site: its pictures, whose colours are never alone. */
export const dashboardStyle = `
.attention{padding:0;list-style:none}
.attention li{border-left:.35rem solid #8f001a;padding:.25rem 0 .25rem .9rem;margin:0 0 .75rem}
.picture{overflow-x:auto;margin:0 0 1rem}
.picture svg{display:block;max-width:none;font-size:14px;fill:#1a1a1a}
.picture .bar{fill:#0b4a8f;stroke:#0b4a8f}
.picture .open{fill:revert-layer;stroke-width:1.5}
.picture .received{fill:#2b6b2f;stroke:#2b6b2f}
.picture .lacking{fill:#fff;stroke:#8f001a;stroke-width:2;stroke-dasharray:5 3}
.picture .hatching{fill:#fff}
.picture .hatch{stroke:#0b4a8f;stroke-width:1.5}
.picture .due{fill:#fff;stroke:#8a4b00;stroke-width:2.5}
.picture .meeting{stroke:#595959;stroke-dasharray:2 4}
.picture .deadline{stroke:#8a4b00;stroke-width:1.5;stroke-dasharray:9 3 2 3}
.picture .today{stroke:#8f001a;stroke-width:2}
.picture .year,.picture .axis{stroke:#c4c4c4}
.picture .axis{stroke:#595959}
.picture .faint{fill:#595959}
.picture .depends{fill:none;stroke:#595959;stroke-width:1.25;stroke-dasharray:5 3}
summary{cursor:pointer;min-height:24px;color:#0b4a8f}
details{margin:0 0 1.5rem}
@media print{.picture{overflow:visible}.picture svg{width:100%;height:auto}details::details-content{content-visibility:visible;display:block}summary{display:none}}
`
