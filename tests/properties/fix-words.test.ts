import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {checkWordsOf} from '../../src/content.ts'
import {fixSoftHyphens, fixWords} from '../../src/fix/index.ts'
import {bytesOf} from '../support/fixture-root.ts'

// A dossier without a finding. Slips are put into its words; mending them must give the very bytes that were there.
const clean = fileURLToPath(new URL('../fixtures/release', import.meta.url))
const paths = ['en', 'fr', 'es'].map((code) => `documents/sc58/internet-trade/body.${code}.md`)
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-fix-'))
  await cp(clean, root, {recursive: true})
})
afterAll(() => rm(root, {recursive: true}))

/** Slips that can be put in and that `--fix` takes out again: what is there, and what is typed instead. */
const slips: {find: RegExp; typed: string}[] = [
  {find: /(?<=\p{Ll}) (?=\p{Ll})/gu, typed: '   '},
  {find: /(?<=\p{Ll}); (?=\p{Ll})/gu, typed: ' ; '},
  {find: /(?<=\p{Ll}), (?=\p{Ll})/gu, typed: ','},
  {find: /(?<=\p{Ll}), (?=\p{Ll})/gu, typed: ' ,  '},
  {find: /(?<=Doc\.)\u00a0(?=\d)/g, typed: ' '},
  {find: /(?<= \p{Ll}{0,12})fi(?=\p{Ll}{0,12} )/gu, typed: 'ﬁ'},
]

/** A text with one slip at each of some places, from the last to the first. */
function spoilt(text: string, picks: readonly {slip: number; place: number}[]): string {
  const body = text.indexOf('\n---\n') + 5 // Behind the front matter, whose keys are not words.
  const found = picks.flatMap(({slip, place}) => {
    const {find, typed} = slips[slip % slips.length] ?? {find: /$^/g, typed: ''}
    const all = [...text.matchAll(find)].filter(({index}) => index > body && !isDirective(text, index))
    const match = all[place % Math.max(1, all.length)]
    return match ? [{index: match.index, length: match[0].length, typed}] : []
  })
  const places = new Map(found.map((one) => [one.index, one]))
  return [...places.values()]
    .sort((a, b) => b.index - a.index)
    .reduce((rest, {index, length, typed}) => rest.slice(0, index) + typed + rest.slice(index + length), text)
}

/** A line that begins with a colon or a bar is no sentence. */
function isDirective(text: string, index: number): boolean {
  return /^\s*[:|[]/.test(text.slice(text.lastIndexOf('\n', index) + 1))
}

const picks = fc.array(fc.record({slip: fc.nat(), place: fc.nat()}), {minLength: 1, maxLength: 12})

test('slips are taken out and every other byte stays, with CRLF and a byte order mark as well; twice is once', {
  timeout: 240_000,
}, async () => {
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')))
  const before = await bytesOf(root)
  await fc.assert(
    fc.asyncProperty(picks, fc.nat({max: 2}), fc.boolean(), async (chosen, which, isFromWindows) => {
      const path = paths[which] ?? ''
      const text = texts[which] ?? ''
      const asTyped = (words: string): string =>
        isFromWindows ? `\uFEFF${words.replaceAll('\n', '\r\n')}` : words
      const changed = spoilt(text, chosen)
      await writeFile(join(root, path), asTyped(changed))
      const first = await fixWords(root, [])
      expect(first.map((file) => file.path)).toEqual(changed === text ? [] : [path])
      expect(await readFile(join(root, path), 'utf8')).toBe(asTyped(text))
      expect(await fixWords(root, [])).toEqual([])
      await writeFile(join(root, path), text)
      expect(await bytesOf(root)).toEqual(before)
    }),
    {numRuns: 25},
  )
})

test('signs that were escaped are meant: nothing is said of them, and nothing is put beside them', async () => {
  const [path = ''] = paths
  const text = await readFile(join(root, path), 'utf8')
  const meetings = await readFile(join(root, 'documents/meetings.fr.yaml'), 'utf8')
  const words = 'A mark\\:text, a pair\\,\\, of commas, a word\\;word and a space \\: before one. ^escaped\n'
  await writeFile(join(root, path), `${text}\n${words}`)
  await writeFile(
    join(root, 'documents/meetings.fr.yaml'),
    meetings.replace('city: Genève,', 'city: "Genève\\\\:ville",'),
  )
  const before = await bytesOf(root)
  expect([...before.values()].filter((bytes) => bytes.includes('\\:')).length).toBe(2)
  expect((await checkWordsOf({root})).map(({reason}) => reason)).toEqual([])
  expect(await fixWords(root, [])).toEqual([])
  expect(await bytesOf(root)).toEqual(before)
  await writeFile(join(root, path), text)
  await writeFile(join(root, 'documents/meetings.fr.yaml'), meetings)
})

test('soft hyphens are taken out of words, and nowhere else', async () => {
  const [path = ''] = paths
  const text = await readFile(join(root, path), 'utf8')
  const spoiltText = text.replace(/(?<=\p{Ll}{3})(?=\p{Ll}{3} )/gu, '\u00ad')
  expect(spoiltText.length).toBeGreaterThan(text.length + 10)
  await writeFile(join(root, path), spoiltText)
  expect(await fixSoftHyphens(root, [])).toEqual([{path, mended: spoiltText.length - text.length}])
  expect(await readFile(join(root, path), 'utf8')).toBe(text)
  // Before a sign it may be what keeps a line from being a list.
  const alone = text.replace('\n---\n\n', '\n---\n\n1\u00ad. Words. ^words\n\n')
  await writeFile(join(root, path), alone)
  expect(await fixSoftHyphens(root, [])).toEqual([])
  expect(await readFile(join(root, path), 'utf8')).toBe(alone)
  await writeFile(join(root, path), text)
})

test('a mend that would change the form of the file is not made', async () => {
  const path = join(root, 'documents/meetings.fr.yaml')
  const text = await readFile(path, 'utf8')
  // With a space behind its colon the word would be a key.
  const typed = text.replace('city: Genève,', 'city: Genève:ville,')
  expect(typed).not.toBe(text)
  await writeFile(path, typed)
  expect(await fixWords(root, [])).toEqual([])
  expect(await readFile(path, 'utf8')).toBe(typed)
  const rules = (await checkWordsOf({root})).map(({ruleId}) => ruleId)
  expect(rules).toEqual(['space-after-mark'])
  await writeFile(path, text)
})
