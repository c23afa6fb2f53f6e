import type {Nodes} from 'mdast'
import type {BlockCell} from '../../tree/index.ts'
import type {Look} from './types.ts'

const allowed = new Set<Nodes['type']>(['paragraph', 'list'])
/** What is used nowhere says so itself. */
const told = new Set<Nodes['type']>(['code', 'html', 'thematicBreak'])

/** A cell holds paragraphs and lists, and nothing that has a place of its own in the document. */
export const blockCell: Look<BlockCell> = (node, _ancestors, {say}) => {
  const other = (node.children as Nodes[]).find(({type}) => !allowed.has(type) && !told.has(type))
  if (other)
    say(
      other,
      'table-content',
      'A cell of a table holds paragraphs and lists. Move this out of the table, or write it as a paragraph of the cell.',
    )
}
