import type {BlockContent, Blockquote} from 'mdast'
import {isConditional} from '../../tree/index.ts'
import type {Look} from './types.ts'

// Of a directive its own look says that it stands in no quotation.
const allowed = new Set<string>([
  'paragraph',
  'list',
  'heading',
  'leafDirective',
  'containerDirective',
] satisfies BlockContent['type'][])

/** A quotation holds paragraphs, lettered lists and headings; none stands in another. */
export const quotation: Look<Blockquote> = (node, ancestors, {say}) => {
  const isInside = ancestors.some(({type}) => type === 'blockquote')
  const other = isInside
    ? node
    : node.children.find(
        (child) => child.type !== 'blockquote' && !allowed.has(child.type) && !isConditional(child),
      )
  if (!other) return
  say(
    other,
    'quotation-content',
    isInside
      ? 'A quotation stands inside another. Delete one “>” of each line, or put the inner words between quotation marks.'
      : 'A quotation (lines that begin with “>”) holds only paragraphs, lettered lists and headings. Move the rest out of it.',
  )
}
