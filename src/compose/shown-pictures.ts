import {caps} from '../load/index.ts'
import type {DocumentTree} from '../tree/index.ts'
import {type DocumentContext, reportError} from './context.ts'

/**
 * Refuses a document that shows more bytes of pictures than its folder may hold: a page holds a picture as often as it
 * shows it.
 */
export function shownPictures(tree: DocumentTree, context: DocumentContext): void {
  const {most, rule} = caps.documentPictureBytes
  let bytes = 0
  for (const {file, children} of tree.children) {
    for (const node of children) {
      if (node.type !== 'captionedPicture') continue
      const before = bytes
      bytes += context.dossier.pictures.get(node.picture.path)?.bytes.length ?? 0
      if (bytes <= most || before > most) continue
      const reason = `The pictures that this document shows have more than ${most / 1024 / 1024} MiB together, from this one on; one that is shown twice counts twice. Show it once, or save them with fewer pixels.`
      reportError(context, file, node.position, rule, reason)
    }
  }
}
