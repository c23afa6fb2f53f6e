import {largest} from '../message/index.ts'
import {passagesOf} from './passages/passages-of.ts'
import {compositionsOf, type Side} from './sides.ts'

/** So much of their words is shared by two documents of which one is the other under a new name. */
const mostlyShared = 0.5
/** Words that so few characters hold stand in many documents. */
const fewCharacters = 30
/** So many documents that came are compared with as many that went. */
const most = 40

/**
 * Which documents that came are which of those that went, by the words of their paragraphs.
 *
 * @returns the path before by the path now
 */
export function renamesOf(
  before: Side,
  after: Side,
  gone: readonly string[],
  come: readonly string[],
): Map<string, string> {
  if (gone.length === 0 || come.length === 0 || gone.length > most || come.length > most) return new Map()
  const [one, other] = [new Map(wordsOf(before, gone)), new Map(wordsOf(after, come))]
  const found = come
    .flatMap((to) =>
      gone.map((from) => ({from, to, share: shared(one.get(from) ?? new Map(), other.get(to) ?? new Map())})),
    )
    .filter(({share}) => share > mostlyShared)
    .sort((a, b) => b.share - a.share)
  const renames = new Map<string, string>()
  const taken = new Set<string>()
  for (const {from, to} of found)
    if (!renames.has(to) && !taken.has(from)) {
      renames.set(to, from)
      taken.add(from)
    }
  return renames
}

/** The longer texts of a document, by language. */
type Words = Map<string, Set<string>>

function wordsOf(side: Side, paths: readonly string[]): [string, Words][] {
  return paths.map((path) => [
    path,
    new Map(
      [...compositionsOf(side, path)].map(([code, {tree}]) => [
        code,
        new Set(passagesOf(tree).flatMap(({text}) => (text.length >= fewCharacters ? [text] : []))),
      ]),
    ),
  ])
}

/** The largest share of a language that both have. */
function shared(one: Words, other: Words): number {
  const shares = [...one].map(([code, own]) => {
    const now = other.get(code) ?? new Set()
    const common = [...own].filter((text) => now.has(text)).length
    return (2 * common) / Math.max(1, own.size + now.size)
  })
  return largest(shares)
}
