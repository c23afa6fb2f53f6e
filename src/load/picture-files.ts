import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {caps} from './caps.ts'

/** A name that ends as pictures do. */
const ending = /\.(?:png|jpe?g)$/
/** The folder of a document: not that of facts, agendas or texts. */
const inDocument = /^documents\/(?!(?:decisions|agendas|texts)\/)[^/]+\/[^/]+\/[^/]+$/
const form = /\/[a-z0-9][a-z0-9-]*(?:\.[a-z]{2})?\.(?:png|jpe?g)$/

/** Whether a file is to be a picture, by its name. */
export function isPictureName(path: string): boolean {
  return ending.test(path)
}

/** That a picture lies elsewhere than beside the texts of a document, or that its name says more than there is to say. */
export function pictureNameFault(path: string): VFileMessage | undefined {
  if (!inDocument.test(path))
    return error(
      'A picture lies in the folder of the document that shows it, beside its texts. Move it there.',
      {
        path,
        ruleId: 'file-kind',
      },
    )
  if (form.test(path)) return undefined
  const name = path.slice(path.lastIndexOf('/') + 1)
  return error(
    `The name ${quote(name)} is none that a picture has. Call it “map.png”, or “map.fr.png” where each language has its own, with small letters, digits and hyphens before the first full stop.`,
    {path, ruleId: 'picture-name'},
  )
}

/**
 * What may still be read of pictures: their bytes are looked at before they are read, so that nobody fills the memory.
 */
export class PictureAllowance {
  readonly #documents = new Map<string, {count: number; bytes: number}>()
  #bytes = 0

  /**
   * Takes a picture that is to be read.
   *
   * @param bytes  of the file, as the disk tells it
   * @returns why it is not read
   */
  take(path: string, bytes: number): VFileMessage | undefined {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const own = this.#documents.get(folder) ?? {count: 0, bytes: 0}
    this.#documents.set(folder, own)
    own.count += 1
    const fault = ofFile(bytes) ?? ofDocument(own.count, own.bytes + bytes) ?? ofAll(this.#bytes + bytes)
    if (fault) return error(fault.reason, {path, ruleId: fault.rule})
    own.bytes += bytes
    this.#bytes += bytes
    return undefined
  }
}

type Fault = {reason: string; rule: string} | undefined

const megabytes = (bytes: number): number => bytes / 1024 / 1024

function ofFile(bytes: number): Fault {
  const {most, rule} = caps.pictureBytes
  if (bytes <= most) return undefined
  const reason = `This picture has ${Math.ceil(megabytes(bytes))} MiB; ${megabytes(most)} are allowed. Save it with fewer pixels: ${pagePixels} across fill the width of a page.`
  return {reason, rule}
}

/** Pixels across a text of 17 cm where 300 stand on an inch. */
const pagePixels = 2_000

function ofDocument(count: number, bytes: number): Fault {
  const {pictures, documentPictureBytes} = caps
  if (count > pictures.most)
    return {
      reason: `The folder of this document holds more than ${pictures.most} pictures; this one is the first that is not read. Split the document, or delete those that it does not show.`,
      rule: pictures.rule,
    }
  if (bytes <= documentPictureBytes.most) return undefined
  return {
    reason: `The pictures of this document have more than ${megabytes(documentPictureBytes.most)} MiB together, from this one on. Save them with fewer pixels, or delete those that it does not show.`,
    rule: documentPictureBytes.rule,
  }
}

function ofAll(bytes: number): Fault {
  const {most, rule} = caps.allPictureBytes
  if (bytes <= most) return undefined
  const reason = `The pictures of all documents have more than ${megabytes(most)} MiB together, and this one is not read. Move documents that are done into a folder of their own, or save pictures with fewer pixels.`
  return {reason, rule}
}
