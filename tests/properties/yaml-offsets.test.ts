import fc from 'fast-check'
import {location} from 'vfile-location'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {load, type Pointer, readContent, type Source, textsIn} from '../../src/load/index.ts'
import {story} from '../support/story.ts'

// The judge is the parser of YAML: what another letter at a place changes in the value is the character of that place.

/** A text of a source, where it stands and where each of its characters was written. */
interface Written {
  text: string
  pointer: Pointer
  offsets: Int32Array
}

const sourceOf = (path: string, file: string): Source | undefined =>
  load(new Map([[path, new TextEncoder().encode(file)]])).sources.get(path)

const writtenIn = ({data}: Source): Written[] =>
  textsIn(data.value).map(({text, pointer}) => ({
    text,
    pointer,
    offsets: data.offsetsOf(pointer) ?? new Int32Array(),
  }))

const anEscape = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.|\n)/y

/** The escape that begins at an offset, if one does: its characters, and what they stand for. */
function escapeAt(file: string, offset: number): {typed: string; meaning: string} | undefined {
  anEscape.lastIndex = offset
  const typed = anEscape.exec(file)?.[0]
  return typed && typed !== '\\\n' ? {typed, meaning: parse(`"${typed}"`)} : undefined
}

/** Whether a character of a text may have been written where it is said to have been. */
function isWrittenAt(file: string, character: string, offset: number, end: number): boolean {
  const typed = file[offset]
  if (typed === character) return true
  // The end of a line is a space, and a block may end with a line break that nobody typed.
  if (character === ' ' && typed === '\n') return true
  if (character === '\n' && offset === end) return true
  return typed === '\\' && escapeAt(file, offset)?.meaning.includes(character) === true
}

function faultsOf(file: string, {text, offsets}: Written): string[] {
  if (offsets.length !== text.length + 1)
    return [`${offsets.length - 1} places for ${text.length} characters`]
  const faults: string[] = []
  for (let index = 0; index < text.length; index++) {
    const [at = -1, next = -1] = [offsets[index], offsets[index + 1]]
    const escaped = file[at] === '\\' && text[index] !== '\\' ? escapeAt(file, at) : undefined
    const typed = escaped?.typed ?? file.slice(at, at + 1)
    if (!isWrittenAt(file, text[index] ?? '', at, offsets[text.length] ?? 0))
      faults.push(`${index} is not at ${at}`)
    else if (next < at || (next === at && escaped?.meaning.length !== 2 && at !== offsets[text.length]))
      faults.push(`${index + 1} at ${next} is not behind ${index} at ${at}`)
    // Nothing is passed over but white space, what is doubled and line breaks that are taken back.
    else if (next > at && !/^(?:[ \t\n]|\\\n|\\|')*$/.test(file.slice(at + typed.length, next)))
      faults.push(`${JSON.stringify(file.slice(at, next))} is passed over`)
  }
  return faults
}

/** Another letter is put where each letter of a text is said to stand, and the value must have it in its place. */
function lettersElsewhere(path: string, file: string, {text, pointer, offsets}: Written): string[] {
  return [...text.matchAll(/[a-pr-zé]/g)].flatMap(({0: letter, index}) => {
    const at = offsets[index] ?? -1
    const typed = file[at] === letter ? letter : (escapeAt(file, at)?.typed ?? '')
    const changed = `${file.slice(0, at)}q${file.slice(at + typed.length)}`
    const source = sourceOf(path, changed)
    const now =
      source && textsIn(source.data.value).find((other) => `${other.pointer}` === `${pointer}`)?.text
    const expected = `${text.slice(0, index)}q${text.slice(index + 1)}`
    return now === expected ? [] : [`${index} at ${at}: ${JSON.stringify(now)}`]
  })
}

const pieces = fc.constantFrom(
  ...[
    'a',
    'b',
    'é',
    '1',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n \n',
    '\t',
    '#',
    ' #',
    ':',
    '-',
    ',',
    '.',
    '|',
    '>',
    '^',
    '*',
  ],
  ...[
    '😀',
    "'",
    "''",
    '"',
    '\\',
    '\\\\',
    '\\"',
    '\\n',
    '\\t',
    '\\ ',
    '\\\n',
    '\\x61',
    '\\u00e9',
    '\\U0001F600',
  ],
)
const words = fc.array(pieces, {maxLength: 12}).map((parts) => parts.join(''))
const indented = fc
  .array(
    fc.tuple(
      fc.nat({max: 6}),
      words.map((line) => line.replaceAll('\n', '')),
    ),
    {maxLength: 6},
  )
  .map((lines) => lines.map(([depth, line]) => ' '.repeat(depth) + line).join('\n'))
const block = fc
  .tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '-', '+', '2', '4-', '1+', ' # why'),
    fc.nat({max: 5}),
    fc.oneof(words, indented),
  )
  .map(([sign, header, depth, lines]) => `${sign}${header}\n${lines.replace(/^/gm, ' '.repeat(depth))}`)
const scalar = fc.oneof(
  words,
  words.map((text) => `'${text}'`),
  words.map((text) => `"${text}"`),
  block,
)
const file = fc
  .tuple(
    fc.constantFrom(
      '',
      'k: ',
      'k:\n  ',
      'k:\n  j: ',
      '- ',
      '- - ',
      '[',
      '{a: ',
      'k:\n- ',
      '# c\nz: "é"\nk: ',
    ),
    scalar,
    fc.constantFrom('', '\n', '\n\n', '\nx: y\n', ']', ', b]', '}', ' # c\n', '\n# c\nx: y\n'),
  )
  .map((parts) => parts.join(''))

test('each character of a text is found where it was written', () => {
  let letters = 0
  fc.assert(
    fc.property(file, fc.boolean(), (yaml, isFrontMatter) => {
      const path = isFrontMatter ? 'documents/a.en.md' : 'documents/a.yaml'
      const whole = isFrontMatter ? `---\n${yaml}\n---\n\nWords.\n` : yaml
      const source = sourceOf(path, whole)
      for (const written of source ? writtenIn(source) : []) {
        expect(faultsOf(whole, written), JSON.stringify(written.text)).toEqual([])
        expect(lettersElsewhere(path, whole, written), JSON.stringify(written.text)).toEqual([])
        letters += written.text.match(/[a-pr-zé]/g)?.length ?? 0
      }
    }),
    {numRuns: 1000},
  )
  expect(letters).toBeGreaterThan(300)
})

test('and so is each of every text of this project; a place is that of its characters', async () => {
  const {content} = await readContent(story, ['documents', 'templates'])
  let texts = 0
  for (const [path, source] of load(content).sources) {
    // Of a line of a ledger only the line is known.
    if (path.endsWith('.jsonl')) continue
    const whole = String(source.file)
    const {toPoint} = location(whole)
    for (const written of writtenIn(source)) {
      expect(faultsOf(whole, written), `${path} ${written.pointer.join('/')}`).toEqual([])
      const [middle, {length}] = [written.text.length >> 1, written.text]
      const {start, end} = source.data.locate(written.pointer, {start: middle, end: length})
      const point = (offset: number | undefined) => {
        const {line = 0, column = 0} = toPoint(offset ?? -1) ?? {}
        return {line, column}
      }
      expect(start, `${path} ${written.pointer.join('/')}`).toEqual(point(written.offsets[middle]))
      if (whole[written.offsets[length - 1] ?? 0] !== '\n')
        expect(end).toEqual(point(written.offsets[length]))
      texts++
    }
  }
  expect(texts).toBeGreaterThan(4000)
})

test('what is no text has no places, and its place is that of its value', () => {
  const data = sourceOf('documents/a.yaml', 'number: 12\nlist: [one]\n')?.data
  expect(data?.offsetsOf(['number'])).toBeUndefined()
  expect(data?.offsetsOf(['nowhere', 'else'])).toBeUndefined()
  expect(data?.locate(['list'], {start: 0, end: 1})).toEqual(data?.locate(['list']))
})

test.each([
  ['an escape stands at its backslash', 'a: "x\\u00e9y"\n', [4, 5, 11, 12]],
  ['two marks of a quotation are one', "a: 'it''s'\n", [4, 5, 6, 8, 9]],
  ['a line that is folded is a space at its end', 'a: b\n   c\n', [3, 4, 8, 9]],
  ['the indentation of a block is not in it', 'a: >\n  b\n  c\n', [7, 8, 11, 12, 13]],
  ['two UTF-16 units have one escape', 'a: "\\U0001F600"\n', [4, 4, 14]],
])('%s', (_, yaml, offsets) => {
  expect([...(sourceOf('documents/a.yaml', yaml)?.data.offsetsOf(['a']) ?? [])]).toEqual(offsets)
})
