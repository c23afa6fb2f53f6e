import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Code, Segment} from '../types.ts'

/** Sorts of codes for which XLIFF 1.2 has a name of its own (`ctype`); others have one that begins with “x-”. */
const types: ReadonlyMap<string, string> = new Map([
  ['emphasis', 'italic'],
  ['strong', 'bold'],
  ['link', 'link'],
])

/**
 * The words and codes of a segment as XLIFF has them: `g` around words, `x` for what is whole by itself, with what is
 * typed in the source.
 */
export function inlineElements(segment: Segment): (Element | string)[] {
  return segment.map((piece) => (typeof piece === 'string' ? piece : elementOf(piece)))
}

function elementOf({id, name, open, close, pieces}: Code): Element {
  const ctype = types.get(name) ?? `x-${name}`
  if (!pieces) return x('x', {id: String(id), ctype, 'equiv-text': open})
  return x('g', {id: String(id), ctype, 'equiv-text': `${open}…${close}`}, inlineElements(pieces))
}
