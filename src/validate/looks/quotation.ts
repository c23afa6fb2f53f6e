import type {Blockquote} from 'mdast'
import type {Look} from './types.ts'

/** A quotation holds paragraphs and, where it stands in no list, lettered lists. */
export const quotation: Look<Blockquote> = (node, ancestors, {say}) => {
  const isInItem = ancestors.some(({type}) => type === 'listItem')
  const other = node.children.find(({type}) => type !== 'paragraph' && (type !== 'list' || isInItem))
  if (!other) return
  say(
    other,
    'quotation-content',
    isInItem
      ? 'A quotation inside a lettered item holds only paragraphs. Move the rest out of it.'
      : 'A quotation (lines that begin with “>”) holds only paragraphs and lettered lists. Move the rest out of it.',
  )
}
