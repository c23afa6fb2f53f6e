import type {Image, Nodes, Paragraph} from 'mdast'

/** The picture that a paragraph of a source tree is, where it holds one and nothing else. */
export function pictureIn(node: Nodes | undefined): Image | undefined {
  if (node?.type !== 'paragraph') return undefined
  const [only, ...others] = (node as Paragraph).children
  return only?.type === 'image' && others.length === 0 ? only : undefined
}
