import {quote} from '../../message/index.ts'
import {codesOf} from '../segment.ts'
import type {Code, Returned, Segment} from '../types.ts'
import {codesReturned, shownCode} from './same-words.ts'

/**
 * What is wrong with the codes that came back with a translation: one that is lost, stands there twice, or that neither
 * the original nor the translation in the sources has.
 *
 * Marks around words may be missing, or be there, where it is so in the translation in the sources: raised letters of an
 * ordinal are a matter of each language. What names something may not.
 *
 * @param present  the translation in the sources, where there is one
 */
export function codeFault(
  returned: Returned,
  source: Segment,
  present: Segment | undefined,
): string | undefined {
  const originals = new Map(codesOf(source).map((code) => [code.id, code]))
  const own = new Map(codesOf(present ?? []).map((code) => [code.id, code]))
  const counts = new Map<number, number>()
  for (const {id, shown, pieces} of codesReturned(returned)) {
    const code = id === undefined ? undefined : (originals.get(id) ?? own.get(id))
    if (id === undefined || !code)
      return `The code ${quote(shown)} is none of this unit. Take it out, and leave only codes that the original has.`
    if ((pieces === undefined) !== (code.pieces === undefined))
      return `The code ${quote(shownCode(code))} came back in another form. Copy it anew from the original.`
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const twice = [...counts].find(([, count]) => count > 1)
  if (twice) return `The code ${named(twice[0], originals, own)} stands there twice. Take one of them out.`
  const lost = [...originals.values()].find((code) => !counts.has(code.id) && isNeeded(code, own, present))
  return lost && `The code ${quote(shownCode(lost))} is lost. Put it where it belongs in the translation.`
}

function isNeeded(
  {id, name, pieces}: Code,
  own: ReadonlyMap<number, Code>,
  present: Segment | undefined,
): boolean {
  // Words of another language may be words of this one; a line is broken where it is too long.
  if (name === 'lang' || name === 'break') return false
  return pieces === undefined || present === undefined || own.has(id)
}

function named(id: number, ...known: readonly ReadonlyMap<number, Code>[]): string {
  const code = known.map((codes) => codes.get(id)).find((one) => one !== undefined)
  return quote(code ? shownCode(code) : String(id))
}
