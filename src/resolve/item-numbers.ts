import type {Usage} from './usage-types.ts'

// “20.”, “6.1”, “20:”; “20th”, “2010” and “10-year” are words.
const first = /^(\d{1,3}(?:\.\d{1,3})*)([.)]?)(?=[\s:,;/–-]|$)/
// Behind another number: what joins the two is looked at by itself.
const another = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?(?=[\s:,;/–-]|$)/
const marks = /^\s*[,;/–-]?\s*/

/**
 * The numbers of items with which a heading of a record begins: “20.”, “20. and 21.”, “Points 20, 21 et 22”.
 *
 * @param heading  its words
 * @param usage  words of its language that stand before and between such numbers, if they are known
 * @returns the numbers without the mark behind them; none where it begins with other words
 */
export function itemNumbers(heading: string, usage: Usage | undefined): string[] {
  const words = heading.replaceAll(/\s+/g, ' ').trimStart()
  const named = afterWord(words, usage?.['agenda-items'] ?? [])
  const [found, number, stop] = first.exec(named ?? words) ?? []
  if (found === undefined || number === undefined) return []
  const rest = (named ?? words).slice(found.length)
  const others = following(rest, usage)
  // “10-year review”, “18-25 March”, “20, rue du Lac”: a bare number need not be that of an item.
  const isBare = named === undefined && stop === ''
  if (isBare && !/^(?:[\s:]|$)/.test(rest) && !(rest.startsWith(', ') && others.length > 0)) return []
  return [number, ...others]
}

function following(words: string, usage: Usage | undefined): string[] {
  const [mark = ''] = marks.exec(words) ?? []
  const after = words.slice(mark.length)
  const joined = afterWord(after, jointsOf(usage)) ?? (mark.trim() === '' ? undefined : after)
  const [found, number] = another.exec(joined ?? '') ?? []
  if (joined === undefined || found === undefined || number === undefined) return []
  return [number, ...following(joined.slice(found.length), usage)]
}

/** Words that join numbers: those that join the last items of a list, or two days. */
function jointsOf(usage: Usage | undefined): string[] {
  const forms = usage?.conjunctions.flatMap(({word, 'before-vowel': other}) => [word, other ?? []].flat())
  return [...(forms ?? []), ...(usage?.dates.joints ?? [])]
}

/** What stands behind one of some words, in whatever letters; undefined where none of them stands first. */
function afterWord(text: string, words: readonly string[]): string | undefined {
  const small = text.toLowerCase()
  const found = words
    .filter((word) => small.startsWith(`${word.toLowerCase()} `))
    .sort((a, b) => b.length - a.length)
  return found[0] === undefined ? undefined : text.slice(found[0].length + 1)
}
