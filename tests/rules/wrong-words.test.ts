import type {VFileMessage} from 'vfile-message'
import {beforeAll, describe, expect, test} from 'vitest'
import {checkWords} from '../../src/check/index.ts'
import {load} from '../../src/load/index.ts'
import {resolve} from '../../src/resolve/index.ts'
import {validate} from '../../src/validate/index.ts'
import {findingsOf, type Sources, sourcesOf} from '../support/content-root.ts'
import {story} from '../support/story.ts'
import {kinds, randomNumbers, type Wrong, wrongReferences, wrongWords} from '../support/wrong-words.ts'

// Real sources with one wrong thing in them, of the kinds that once passed without a message: each is said at its line,
// and nothing is silent. WRONG_WORDS=40 draws as many of each kind and language, WRONG_WORDS_SEED another draw.
const seed = Number(process.env.WRONG_WORDS_SEED ?? 18)
const count = Number(process.env.WRONG_WORDS ?? 6)

let base: Sources
let dossier: ReturnType<typeof resolve>['dossier']
beforeAll(async () => {
  base = await sourcesOf(story)
  dossier = resolve(base.validated, base.loaded.paths, base.files).dossier
})

/** What is said of the file by itself: nothing here needs a document to be composed. */
function found({path, text}: Wrong): VFileMessage[] {
  const loaded = load(new Map([[path, new TextEncoder().encode(text)]]))
  const validated = validate(loaded, base.schemas, {templates: base.validated.sources})
  const source = validated.sources.get(path)
  const sources = new Map(source ? [[path, source]] : [])
  return [...loaded.messages, ...validated.messages, ...checkWords(dossier, sources)]
}

const isSaid = ({path, lines: [first, last]}: Wrong, messages: readonly VFileMessage[]): boolean =>
  messages.some(({file, line = 0}) => file === path && line >= first && line <= last)

describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  test.each(['en', 'fr', 'es'])('put into real sources are said at their line (%s)', (language) => {
    const random = randomNumbers(seed + name.length)
    const wrong = wrongWords(kind, language, base.loaded.texts, {count, random})
    expect(wrong.length).toBeGreaterThanOrEqual(Math.min(count, 6))
    const silent = wrong.filter((one) => !isSaid(one, found(one)))
    expect(silent.map((one) => `${one.path}:${one.lines[0]} ${lineOf(one)}`)).toEqual([])
  })
})

test('conflict marks are said once, and nothing that follows from them', () => {
  const kind = kinds.find((one) => one.name === 'conflict marks')
  const wrong = kind ? wrongWords(kind, 'en', base.loaded.texts, {count, random: randomNumbers(seed)}) : []
  expect(wrong.length).toBe(count)
  for (const one of wrong) expect(found(one).map(({ruleId}) => ruleId)).toEqual(['conflict-marks'])
})

test('references of facts to what exists nowhere are said at their place', () => {
  const random = randomNumbers(seed)
  const all = [...base.loaded.texts]
    .filter(([path]) => /^documents\/(?!.*\.[a-z]{2}\.yaml$).+\.yaml$/.test(path))
    .flatMap(([path, text]) => wrongReferences(path, text))
    .map((one) => ({one, order: random()}))
    .sort((a, b) => a.order - b.order)
    .slice(0, count * 3)
    .map(({one}) => one)
  expect(all.length).toBeGreaterThan(Math.min(count * 3, 250) - 1)
  const silent = all.filter((one) => {
    for (const messages of findingsOf(base, one.path, one.text)) if (isSaid(one, messages)) return false
    return true
  })
  expect(silent.map((one) => `${one.path}:${one.lines[0]} ${lineOf(one)}`)).toEqual([])
})

const lineOf = ({text, lines: [line]}: Wrong): string => text.split('\n')[line - 1]?.trim() ?? ''
