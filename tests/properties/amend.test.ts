import fc from 'fast-check'
import {expect, test} from 'vitest'
import {acceptedBody, markedBody, type OldUnit} from '../../src/amend/index.ts'

// A body is made from a text in force by random edits. Whatever they are, the marked body reads as the author typed it,
// nothing of the text in force is lost, and marking it again changes nothing.

interface Item {
  id: string
  words: string
  items: Item[]
  /** Words that go on without a label after its items. */
  closing?: string | undefined
}

const pieces = [
  'URGES',
  'Parties',
  'bears',
  'of',
  'the',
  '14.35',
  '*Ursus arctos*',
  ':ref[a]{form=number}',
  '[new]',
  '\\*',
  'l’ours',
  ':sup[e]',
  '**bold**',
  '(all',
  'more)',
  '[^note]',
  '«\u00a0ours\u00a0»',
  '&amp;',
  '[open',
  'a:',
  '[site](https://example.org)',
]
const words = fc
  .array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 9})
  .chain((some) => fc.constantFrom(';', ';', '.', ', and', ':').map((end) => `Words ${some.join(' ')}${end}`))

/** Paragraphs with items, each with an id of its own. */
const texts: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record({
      words,
      items: fc.array(fc.record({words, items: fc.array(words, {maxLength: 2})}), {maxLength: 3}),
    }),
    {minLength: 1, maxLength: 5},
  )
  .map((paragraphs) => {
    let count = 0
    const item = (own: string, items: Item[]): Item => ({
      id: `p${count++}`,
      words: items.length > 0 ? own.replace(/(?:[;.:]|, and)$/, ':') : own,
      items,
      ...(items.length > 1 && own.length % 3 === 0 ? {closing: `unless otherwise: ${own}`} : {}),
    })
    return paragraphs.map(({words: own, items}) =>
      item(
        own,
        items.map((one) =>
          item(
            one.words,
            one.items.map((below) => item(below, [])),
          ),
        ),
      ),
    )
  })

const edits = fc.array(
  fc.record({what: fc.constantFrom('words', 'word', 'delete', 'move', 'add'), at: fc.nat(), words}),
  {maxLength: 6},
)

/** Every list of a text, the outermost first. */
function listsIn(items: Item[]): Item[][] {
  return [items, ...items.flatMap((item) => (item.items.length > 0 ? listsIn(item.items) : []))]
}

function edited(text: Item[], changes: {what: string; at: number; words: string}[]): Item[] {
  const result = structuredClone(text)
  for (const [index, {what, at, words: typed}] of changes.entries()) {
    const places = listsIn(result).flatMap((list) => list.map((_, place) => ({list, place})))
    const {list, place} = places[at % places.length] ?? {list: result, place: 0}
    const item = list[place]
    if (!item) continue
    const lead = (own: string): string => (item.items.length > 0 ? own.replace(/(?:[;.:]|, and)$/, ':') : own)
    if (what === 'words') item.words = lead(typed)
    if (what === 'word') item.words = item.words.replace(/ \S+ /, ' otherwise ')
    if (what === 'delete' && (list !== result || list.length > 1)) list.splice(place, 1)
    if (what === 'move') list.splice(at % list.length, 0, ...list.splice(place, 1))
    if (what === 'add') list.splice(place, 0, {id: `new${index}`, words: typed, items: []})
    if (what === 'word' && item.closing) item.closing = item.closing.replace('otherwise', 'they decide')
    // A list of which nothing is left is led by nobody.
    for (const own of listsIn(result).flat()) {
      if (own.items.length > 0) continue
      delete own.closing
      if (own.words.endsWith(':')) own.words = `${own.words.slice(0, -1)};`
    }
  }
  return result
}

function bodyOf(text: readonly Item[]): string {
  const under = ({id, items, closing}: Item, indent: string): string[] => [
    ...items.flatMap((item) => [`${indent}1. ${item.words} ^${item.id}`, ...under(item, `${indent}   `)]),
    ...(closing === undefined ? [] : ['', `${indent}${closing} ^${id}-closing`]),
  ]
  const blocks = text.map((item) => {
    const lines = under(item, '')
    return [`${item.words} ^${item.id}`, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')
  })
  const half = blocks.length >> 1
  return `---\ntitle: A\n---\n\n${[...blocks.slice(0, half), '::pivot', ...blocks.slice(half), '[^note]: A note.'].join('\n\n')}\n`
}

function oldOf(text: readonly Item[]): OldUnit[] {
  const units: OldUnit[] = []
  const add = ({id, words: own, items, closing}: Item, parent?: number): void => {
    const index = units.push({id, text: own, parent, isPivot: false, isContinuation: false}) - 1
    for (const item of items) add(item, index)
    if (closing !== undefined)
      units.push({id: `${id}-closing`, text: closing, parent: index, isPivot: false, isContinuation: true})
  }
  for (const item of text) add(item)
  return units
}

const setting = {taken: new Set<string>(), isOperative: (own: string) => own.length % 2 === 0}

test('what is marked reads as it was typed, and is the same when it is marked again', () => {
  fc.assert(
    fc.property(texts, edits, (text, changes) => {
      const old = oldOf(text)
      const typed = bodyOf(edited(text, changes))
      const marked = markedBody(typed, {...setting, old, typed: []})
      expect(marked.byHand).toEqual([])
      const accepted = acceptedBody(marked.text)
      // A bracket without a partner has a backslash before it, which prints nothing.
      expect(accepted.text.replace(/\\(?=[[\]])/g, '')).toBe(typed)
      expect(accepted.halfStruck).toEqual([])
      expect(markedBody(accepted.text, {...setting, old, typed: accepted.typed}).text).toBe(marked.text)
      expect(markedBody(accepted.text, {...setting, old, typed: []}).text).toBe(marked.text)
      if (changes.length === 0) expect(marked.text).toBe(typed)
      const ids = [...marked.text.matchAll(/ \^(\S+)$/gm)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    {numRuns: 15},
  )
})
