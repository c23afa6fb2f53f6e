import fc from 'fast-check'
import {expect, test} from 'vitest'
import {withUnitIds} from '../../src/fix/index.ts'

/** One unit of a body: a word that stands nowhere else, how it ends, and its id when it has one. */
type Unit = {word: string; end: string; id?: string | undefined}
type Block = {kind: 'paragraph' | 'heading' | 'example' | 'list' | 'table'; units: Unit[]}

const ends = '.; *so*; **so**; :ref[a]; at 10:30; ^;[^n]; [a](https://a.org);\\'.split(';').concat(' &nbsp;')
const bare = fc.array(
  fc.tuple(
    fc.constantFrom<Block['kind']>('paragraph', 'paragraph', 'heading', 'example', 'list', 'table'),
    fc.array(fc.constantFrom(...ends), {minLength: 3, maxLength: 3}),
  ),
  {minLength: 1, maxLength: 8},
)
const edits = fc.array(
  fc.tuple(fc.constantFrom('insert', 'delete', 'move', 'split', 'item'), fc.nat(20), fc.nat(20)),
  {minLength: 1, maxLength: 6},
)

let count = 0
const fresh = (end = '.'): Unit => ({word: `w${count++}w`, end})

function bodyOf(shape: [Block['kind'], string[]][]): Block[] {
  return shape.map(([kind, tails]) => ({
    kind,
    units: (kind === 'list' || kind === 'table' ? tails : tails.slice(0, 1)).map(fresh),
  }))
}

function render(blocks: Block[], language: string): string {
  const texts = blocks.map(({kind, units}) => {
    const lines = units.map(({word, end, id}) => `${language} ${word}${end}${id ? ` ^${id}` : ''}`)
    if (kind === 'heading') return `## ${lines[0]}`
    if (kind === 'example') return `:::example\n${lines[0]}\n:::`
    if (kind === 'list') return lines.map((line, index) => `${index === 1 ? '   ' : ''}1. ${line}`).join('\n')
    if (kind === 'table') return `| ${lines[0]} | ${lines[1]} |\n|---|---|\n| ${lines[2]} | not named |`
    return lines[0]
  })
  return `---\ntitle: A ^ title\n---\n\n${texts.join('\n\n')}\n\n[^n]: A note.\n`
}

/** Id of each unit as it is written in a text. */
function idsIn(text: string, blocks: Block[]): (string | undefined)[] {
  const idOf = (word: string): string | undefined =>
    new RegExp(`${word}[^|\\n]* \\^([a-z][a-z0-9-]*)(?= ?(?:\\||\\n))`).exec(text)?.[1]
  return blocks.flatMap(({units}) => units.map(({word}) => idOf(word)))
}

function withIds(blocks: Block[], text: string): Block[] {
  const ids = idsIn(text, blocks)
  return blocks.map(({kind, units}) => ({kind, units: units.map((unit) => ({...unit, id: ids.shift()}))}))
}

function edited(blocks: Block[], steps: [string, number, number][]): Block[] {
  const result = structuredClone(blocks)
  for (const [step, from, to] of steps) {
    const at = from % (result.length + 1)
    const block = result[at]
    if (step === 'insert' || !block) result.splice(at, 0, {kind: 'paragraph', units: [fresh()]})
    else if (step === 'delete') result.splice(at, 1)
    else if (step === 'move') result.splice(to % result.length, 0, ...result.splice(at, 1))
    else if (step === 'split' && block.kind === 'paragraph')
      result.splice(at, 0, {kind: 'paragraph', units: [fresh()]}) // The id stays behind the last words.
    else if (step === 'item' && block.kind === 'list')
      block.units.splice(2 + (to % (block.units.length - 1)), 0, fresh())
  }
  return result
}

const known = (blocks: Block[]): (string | undefined)[] =>
  blocks.flatMap(({units}) => units.map(({id}) => id))
const run = (original: string, ...translations: string[]) =>
  withUnitIds(
    {name: 'body.en.md', text: original},
    translations.map((text) => ({name: 'body.fr.md', text})),
  )

/** A body all of whose units have ids, in two languages, and what an edit makes of it. */
const cases = fc.tuple(bare, edits).map(([shape, steps]) => {
  const start = bodyOf(shape)
  const [english] = run(render(start, 'en'))
  const before = withIds(start, english?.text ?? '')
  return {start, before, after: edited(before, steps)}
})

test('a body without ids gets one for each unit, all different, and a translation the same', () => {
  fc.assert(
    fc.property(cases, ({start, before}) => {
      const [english, french] = run(render(start, 'en'), render(start, 'fr'))
      const ids = idsIn(english?.text ?? '', start)
      expect(ids.every((id) => id !== undefined)).toBe(true)
      expect(new Set(ids).size).toBe(ids.length)
      expect(english?.edits.length).toBe(ids.length)
      expect(ids).toEqual(known(before))
      expect(idsIn(french?.text ?? '', start)).toEqual(ids)
    }),
  )
})

test('an edit leaves every other id, fills what is missing, changes no other byte, and twice is once', () => {
  fc.assert(
    fc.property(cases, ({before, after}) => {
      const input = render(after, 'en')
      const french = render(before, 'fr')
      const [english, translation] = run(input, french)
      const text = english?.text ?? ''
      const ids = idsIn(text, after)
      const had = known(after)
      expect(ids.map((id, index) => had[index] ?? id)).toEqual(ids) // What had an id has it still.
      expect(ids.every((id) => id !== undefined)).toBe(true)
      expect(new Set(ids).size).toBe(ids.length)
      const added = ids.filter((_, index) => had[index] === undefined)
      expect(added.reduce((rest: string, id) => rest.replace(` ^${id}`, ''), text)).toBe(input)
      expect(translation).toEqual({name: 'body.fr.md', text: french, edits: []})
      expect(run(text, french).map((file) => file.text)).toEqual([text, french])
    }),
  )
})

test('a translation that makes the same edit gets the same new ids', () => {
  fc.assert(
    fc.property(cases, ({after}) => {
      const [english, french] = run(render(after, 'en'), render(after, 'fr'))
      expect(idsIn(french?.text ?? '', after)).toEqual(idsIn(english?.text ?? '', after))
    }),
  )
})

test('a translation of another structure is left alone where it has no ids', () => {
  fc.assert(
    fc.property(cases, fc.nat(20), fc.nat(1), ({start, before}, place, taken) => {
      const other = structuredClone(start)
      const one: Block[] = taken ? [] : [{kind: 'paragraph', units: [fresh()]}]
      other.splice(place % start.length, taken, ...one)
      const french = render(other, 'fr')
      expect(run(render(before, 'en'), french)[1]).toEqual({name: 'body.fr.md', text: french, edits: []})
    }),
  )
})

test('the same words twice, and ids that another part of the document has, give ids of their own', () => {
  const text = 'The same words.\n\nThe same words.\n'
  const first = [...(run(text)[0]?.text ?? '').matchAll(/\^(\w+)/g)].map(([, id]) => id ?? '')
  expect(new Set(first).size).toBe(2)
  const second = withUnitIds({name: 'body.en.md', text}, [], first)[0]?.text ?? ''
  expect(first.some((id) => second.includes(id))).toBe(false)
})
