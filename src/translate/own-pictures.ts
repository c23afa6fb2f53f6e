import type {Root} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {pictureIn, visit} from '../tree/index.ts'

/** Lines of a file that are not taken over into another language. */
export interface OwnPicture {
  from: number
  to: number
  /** Name of the picture's file, such as `graph.en.png`; of a note that only the picture has that of the note. */
  name: string
}

const hasLanguage = /\.[a-z]{2}\.[a-z]+$/

/**
 * The pictures that each language has for itself, for there are words in them, and the notes to which only their captions
 * refer.
 */
export function ownPictures(tree: Root): OwnPicture[] {
  const pictures: OwnPicture[] = []
  const inPictures = new Set<string>()
  visit(tree, 'containerDirective', (node) => {
    const name = (node as ContainerDirective).children.flatMap((child) => pictureIn(child)?.url ?? [])[0]
    if (node.name !== 'picture' || name === undefined || !hasLanguage.test(name)) return
    pictures.push({...linesOf(node), name})
    visit(node, 'footnoteReference', ({identifier}) => void inPictures.add(identifier))
  })
  visit(tree, 'footnoteReference', ({identifier, position}) => {
    const at = position?.start.offset ?? 0
    if (!pictures.some(({from, to}) => at >= from && at < to)) inPictures.delete(identifier)
  })
  const notes: OwnPicture[] = []
  visit(tree, 'footnoteDefinition', (node) => {
    if (inPictures.has(node.identifier)) notes.push({...linesOf(node), name: `[^${node.identifier}]`})
  })
  return [...pictures, ...notes]
}

function linesOf({position}: Pick<ContainerDirective, 'position'>): {from: number; to: number} {
  return {from: position?.start.offset ?? 0, to: (position?.end.offset ?? 0) + 1}
}
