import {
  alignOfCell,
  type CaptionedTable,
  type DocumentTree,
  gridOf,
  isWhole,
  type Part,
  partsOfTable,
  toText,
  visit,
} from '../../tree/index.ts'

/** The class of a table whose columns have their shares of the width. */
export function columnsClass({widths}: CaptionedTable): string {
  return `columns-${widths.join('-')}`
}

/**
 * Rules for tables whose columns stand under one another, or whose author gave the widths: each column has its share of the
 * width, as on paper.
 */
export function columnRules(tree: DocumentTree): string {
  const rules = new Set<string>()
  visit(tree, 'captionedTable', (table) => {
    if (!table.sharesColumns && !table.hasOwnWidths) return
    const name = columnsClass(table)
    const sum = table.widths.reduce((total, width) => total + width, 0)
    for (const [index, width] of table.widths.entries()) {
      const at = `nth-child(${index + 1})`
      const share = `{width:${Math.round((width / sum) * 100)}%}`
      // Merged cells are counted as cells: where there may be some, the columns themselves have their widths.
      rules.add(
        table.hasOwnWidths ? `.${name} col:${at}${share}` : `.${name} th:${at},.${name} td:${at}${share}`,
      )
    }
  })
  return [...rules].map((rule) => `\n${rule}`).join('')
}

// Where a table goes on beyond the edge of its region, a shadow stands at that edge; it moves away with the last column.
const edge = (side: string, angle: number): [string, string] => [
  `linear-gradient(${angle}deg,#fff 35%,#fff0) ${side} 0/3em 100% no-repeat local`,
  `linear-gradient(${angle}deg,#0003,#0000) ${side} 0/.9em 100% no-repeat`,
]
const [atLeft, atRight] = [edge('0', 90), edge('100%', 270)]
const edgesRule = `@media screen{.table{background:${[atLeft[0], atRight[0], atLeft[1], atRight[1]].join(',')}}}`

// On a screen as wide as there is room for.
const turnedRule =
  '@media screen and (min-width:48rem){.turned{margin-inline:max(-14rem,calc((44rem - 100vw)/2 + 1.5rem))}}'

/**
 * The printed pages of turned tables, which lie on their long side; nothing for a part that has none.
 *
 * @param selector  of the part
 * @param foot  declarations of the foot of its pages
 */
export function turnedPages(part: Part, selector: string, foot: string): string {
  const isUsed = part.children.some((node) => node.type === 'captionedTable' && node.isTurned)
  if (!isUsed) return ''
  const name = `${part.name}-turned`
  return `@page ${name}{size:A4 landscape;${foot}}@media print{${selector} .turned{page:${name}}}`
}

/** Rules for tables, and for those with more than words in their cells: lists, groups, what stands right under them. */
export function tableRules(tree: DocumentTree): string {
  const rules = new Set<string>()
  visit(tree, 'captionedTable', (node) => {
    const {table, under} = partsOfTable(node)
    const cells = gridOf(table)
    rules.add(edgesRule)
    if (cells.flat().some(({cell}) => isWhole(toText(cell)))) rules.add('.whole{white-space:nowrap}')
    if (node.isTurned) rules.add(turnedRule)
    if (under.length > 0) rules.add('.table>p{font-size:.9em;margin:.5em 0 0}')
    if (cells.flat().some(({cell}) => cell.type === 'blockCell'))
      rules.add(
        'td>p,th>p,td li>p,th li>p{margin:0 0 .35em}td>:last-child,td>ol:last-child>li:last-child>p{margin:0}td ol,th ol{margin:0}td .provisions>li,th .provisions>li{padding-left:1.75em}td .num,th .num{min-width:calc(1.75em - .3em);margin-left:-1.75em}',
      )
    if (cells.some((row) => row.length === 1 && row[0] && row[0].across === node.widths.length))
      rules.add('tbody th[scope=rowgroup]{background:#f6f8fa;font-weight:bold}')
    if (cells.flat().some((cell) => alignOfCell(cell, table, cell.row < (node.headRows ?? 1)) === 'center'))
      rules.add('.center{text-align:center}')
  })
  return [...rules].map((rule) => `${rule}\n`).join('')
}
