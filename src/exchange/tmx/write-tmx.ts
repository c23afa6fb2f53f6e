import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {folderName} from '../../translate/index.ts'
import type {SegmentPair} from '../memory-pairs.ts'
import type {Code, Segment} from '../types.ts'

/** How a segment is written; programs differ in what they make of codes. */
export type WriteSegment = (segment: Segment) => (Element | string)[]

/** What a memory says of itself. */
export interface TmxForm {
  /** Codes of the language of the original and of the translation. */
  original: string
  language: string
  /** Name of the program that it is as if written by. */
  tool: string
  write: WriteSegment
}

/**
 * Pairs of segments as a memory of translations (TMX 1.4b, LISA OSCAR Standard of 26 April 2005), each known by folder and
 * key of its unit.
 */
export function writeTmx(pairs: readonly SegmentPair[], {original, language, tool, write}: TmxForm): string {
  const header = {
    creationtool: tool,
    creationtoolversion: '1',
    segtype: 'paragraph',
    'o-tmf': tool,
    adminlang: 'en',
    srclang: original,
    datatype: 'plaintext',
  }
  const units = pairs.map(({folder, key, source, target}) =>
    x('tu', {tuid: `${folderName(folder)}/${key}`}, [
      x('tuv', {'xml:lang': original}, [x('seg', write(source))]),
      x('tuv', {'xml:lang': language}, [x('seg', write(target))]),
    ]),
  )
  const body = x('body', [...units.flatMap((unit) => ['\n', unit]), '\n'])
  const root = x('tmx', {version: '1.4'}, ['\n', x('header', header), '\n', body, '\n'])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root, {closeEmptyElements: true})}\n`
}

/** Codes as TMX has them, with what is typed in a source: `ph`, and `bpt` and `ept` around words. */
export function tmxSegment(segment: Segment): (Element | string)[] {
  return segment.flatMap((piece) => (typeof piece === 'string' ? [piece] : elementsOf(piece)))
}

function elementsOf({id, name, open, close, pieces}: Code): (Element | string)[] {
  const number = String(id)
  if (!pieces) return [x('ph', {x: number, type: name}, open)]
  return [
    x('bpt', {i: number, x: number, type: name}, open),
    ...tmxSegment(pieces),
    x('ept', {i: number}, close),
  ]
}
