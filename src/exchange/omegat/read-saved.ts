import {joined} from '../segment.ts'
import type {Returned, ReturnedFolder} from '../types.ts'
import {elementsIn, type ReturnedElement, readXml} from '../xml/read-xml.ts'

/** As OmegaT writes it, with nothing in it that could be an entity. */
const doctype = /<!DOCTYPE tmx SYSTEM "tmx1[14]\.dtd">/

/**
 * The segments that somebody translated in OmegaT by the very words of the original, such as names: in its output they
 * look like those that nobody has translated yet.
 *
 * @param bytes  of omegat/project_save.tmx
 * @param file  its name
 * @throws RefusedFile  where it is no memory
 */
export function savedAsTheyAre(bytes: Uint8Array, file: string): ReadonlySet<string> {
  const text = Buffer.from(bytes).toString('latin1').replace(doctype, '')
  const root = readXml(Buffer.from(text, 'latin1'), file)
  const units = elementsIn(root, 'body').flatMap((body) => elementsIn(body, 'tu'))
  const same = units.flatMap((unit) => {
    const [source, target] = elementsIn(unit, 'tuv').map(segmentIn)
    return source !== undefined && source === target ? [source] : []
  })
  return new Set(same)
}

function segmentIn(variant: ReturnedElement): string {
  const [segment] = elementsIn(variant, 'seg')
  return (segment?.children ?? []).filter((child) => typeof child === 'string').join('')
}

/** Units whose words are those of the original because somebody said so are translated. */
export function withSaved(folders: readonly ReturnedFolder[], saved: ReadonlySet<string>): ReturnedFolder[] {
  return folders.map((folder) => ({
    ...folder,
    units: folder.units.map((unit) => (saved.has(inOmegat(unit.source)) ? {...unit, isToDo: false} : unit)),
  }))
}

/** Words and codes as OmegaT shows them (see project-files.ts). */
function inOmegat(returned: Returned): string {
  return joined(
    returned.map((piece): string => {
      if (typeof piece === 'string') return piece
      const number = (piece.id ?? 0) - 1
      return piece.pieces ? `<g${number}>${inOmegat(piece.pieces)}</g${number}>` : `<x${number}/>`
    }),
  ).join('')
}
