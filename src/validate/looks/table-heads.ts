import type {Nodes, Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {quote} from '../../message/index.ts'
import {firstWords, headsOf, writtenGrid} from '../../tree/index.ts'
import type {Say} from '../say.ts'

/** Heads are fewer than the rows and columns, hold words in one paragraph, and do not reach into what they head. */
export function headFindings(table: Table, directive: ContainerDirective, say: Say): void {
  const {rows, columns} = writtenGrid(table)
  const {headRows, headColumns, widths} = headsOf(directive)
  if (headRows >= rows.length && rows.length > 0) {
    const below = rows.length === 1 ? 'Write the rows under it' : 'Write fewer, or the rows under them'
    say(
      directive,
      'table-heads',
      `${headRows === 1 ? 'The one row of this table is its head' : `“head-rows=${headRows}” makes all ${rows.length} rows of this table its head`}, and nothing stands under it. ${below}; a table without a head has “head-rows=0”.`,
    )
  }
  if (headColumns >= columns && columns > 1)
    say(
      directive,
      'table-heads',
      `“head-columns=${headColumns}” makes all ${columns} columns heads of their rows. Write fewer.`,
    )
  if (widths && widths.length !== columns)
    say(
      directive,
      'table-widths',
      `“widths” says ${widths.length} width${widths.length === 1 ? '' : 's'}, and the table has ${columns} columns. Write one for each, such as ${quote(`widths="${Array.from({length: columns}, (_, at) => (at === 0 ? 2 : 1)).join(' ')}"`)}.`,
    )
  for (const [index, cells] of rows.slice(0, headRows).entries()) {
    for (const {cell, down} of cells) {
      const words = firstWords(firstParagraph(cell))
      if (cell.type === 'blockCell')
        say(
          cell,
          'table-heads',
          `The head ${quote(words)} holds several paragraphs or a list. Write one paragraph there; what is to be listed stands in the cells under it.`,
        )
      else if (down > 1 && index + down > headRows)
        say(
          cell,
          'table-heads',
          `The head ${quote(words)} is to take ${down} rows, and the head of the table has ${headRows} row${headRows === 1 ? '' : 's'}. Write “head-rows=${index + down}”, or let it take fewer.`,
        )
    }
  }
}

/** The first words of a cell that holds blocks are those of its first paragraph, if that stands in a list. */
function firstParagraph(node: Nodes): Nodes {
  const [first] = 'children' in node ? (node.children as Nodes[]) : []
  return node.type === 'paragraph' || node.type === 'tableCell' || !first ? node : firstParagraph(first)
}
