import {expect, test} from 'vitest'
import {load} from '../../src/load/index.ts'
import {type Dossier, resolve} from '../../src/resolve/index.ts'
import {validate} from '../../src/validate/index.ts'
import {type Sources, sourcesOf, story} from '../support/content-root.ts'
import {type EditKind, linesOfWords, randomEdit, seeded} from '../support/replay.ts'

// Random edits of the English sources of the story, of its facts and of the templates, some of them one after the other.
// What must be stale then is found by another way: by comparing the lines of the texts. Here are a tenth of those of
// `REPLAY=500 npx vitest run tests/translation/replay.test.ts`.
const edits = Number(process.env.REPLAY ?? 50)
const seed = Number(process.env.REPLAY_SEED ?? 2007)
const inARow = 5

const compact = (words: string): string => words.replace(/\s+/g, ' ').trim()
const letters = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The dossier in which some files have other texts. */
function lookedAt(base: Sources, texts: ReadonlyMap<string, string>, paths: ReadonlySet<string>): Dossier {
  const content = new Map([...paths].map((path) => [path, new TextEncoder().encode(texts.get(path))]))
  const {sources} = validate(load(content), base.schemas, {templates: base.validated.sources})
  const all = new Map([...base.validated.sources, ...sources])
  return resolve({...base.validated, sources: all}, base.loaded.paths, base.files).dossier
}

/** Words by their names, read once for each file. */
function reader(texts: ReadonlyMap<string, string>): (path: string, id: string) => string | undefined {
  const known = new Map<string, Map<string, string>>()
  return (path, id) => {
    const words = known.get(path) ?? linesOfWords(path, texts.get(path) ?? '')
    known.set(path, words)
    return words.get(id)
  }
}

function isValid({schemas, validated}: Sources, path: string, bytes: Uint8Array): boolean {
  const loaded = load(new Map([[path, bytes]]))
  return validate(loaded, schemas, {templates: validated.sources}).sources.has(path)
}

test(`${edits} random edits make stale what they changed, and nothing else`, {timeout: 600_000}, async () => {
  const base = await sourcesOf(story)
  const original = new Map([...base.loaded.texts].map(([path, text]) => [path, text]))
  const random = seeded(seed)
  const wordsThen = reader(original)
  const kinds = new Map<EditKind, number>()
  const wrong: string[] = []
  let stale = 0
  for (let made = 0; made < edits; ) {
    const texts = new Map(original)
    const changed = new Set<string>()
    for (let at = 0; at < inARow && made < edits; at++) {
      const edit = randomEdit(texts, random)
      if (!edit) continue
      const before = texts.get(edit.path)
      texts.set(edit.path, edit.text)
      const bytes = new TextEncoder().encode(edit.text)
      // What has an error is refused, and says nothing of translations.
      if (!isValid(base, edit.path, bytes)) {
        texts.set(edit.path, before ?? '')
        continue
      }
      changed.add(edit.path)
      kinds.set(edit.kind, (kinds.get(edit.kind) ?? 0) + 1)
      made += 1
    }
    const dossier = lookedAt(base, texts, changed)
    const wordsNow = reader(texts)
    for (const translation of dossier.translations) {
      for (const pair of translation.pairs()) {
        const {path} = pair.original
        const id = pair.key.slice(pair.key.indexOf('#') + 1)
        const then = wordsThen(path, id)
        const now = wordsNow(path, id)
        if (changed.has(path) && now === undefined) wrong.push(`${pair.key}: not found by its line`)
        const isNew = then === undefined
        const isChanged = !isNew && now !== undefined && compact(then) !== compact(now)
        const isSmall = isChanged && letters(then) === letters(now ?? '')
        const expected =
          isNew && changed.has(path)
            ? 'missing'
            : isChanged
              ? isSmall
                ? 'stale, small'
                : 'stale'
              : 'current'
        const found = pair.isSmall ? `${pair.verdict}, small` : pair.verdict
        if (found.startsWith('stale')) stale += 1
        if (found !== expected)
          wrong.push(`${translation.language} ${pair.key}: ${found} and not ${expected} (${then} → ${now})`)
      }
    }
  }
  if (process.env.REPLAY) process.stdout.write(`${JSON.stringify([...kinds])} ${stale} stale\n`)
  expect(wrong).toEqual([])
  expect(stale).toBeGreaterThan(edits / 5)
})
