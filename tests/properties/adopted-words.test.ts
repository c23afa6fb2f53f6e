import {readFileSync} from 'node:fs'
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {wordsRules} from '../../src/check/index.ts'
import {checkWordsOf} from '../../src/content.ts'
import {fixWords} from '../../src/fix/index.ts'
import {repository} from '../support/content-root.ts'
import {bytesOf} from '../support/fixture-root.ts'

// What was adopted is nobody's to mend: whatever stands in the words of a decision with its number, in its notes, or in a
// text of elsewhere, no rule about words speaks of it, and `--fix` changes no byte.
const fixture = fileURLToPath(new URL('../fixtures/quoted', import.meta.url))
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-adopted-'))
  await cp(fixture, root, {recursive: true})
})
afterAll(() => rm(root, {recursive: true}))

const languages = ['en', 'fr', 'es']
const text = (language: string): string => `documents/texts/conf-99-1.${language}.yaml`
const decisions = (language: string): string => `documents/decisions/bears/decisions.${language}.yaml`

/** Sentences of the pages of all rules that are wrong, without the marks of Markdown. */
const wrong = wordsRules.flatMap(({id}) => {
  const [before = ''] = readFileSync(join(repository, `docs/rules/${id}.md`), 'utf8').split('\n## Right\n')
  return [...before.matchAll(/^```md ..\n([^\n]+)\n```/gm)].flatMap(([, line = '']) =>
    /[[*_~`:#|>^]/.test(line) ? [] : [line],
  )
})
const words = fc
  .array(fc.constantFrom(...wrong), {minLength: 1, maxLength: 3})
  .map((sentences) => JSON.stringify(sentences.join(' ')))

/** A file whose words, but for those that are references to notes, are others. */
function withWords(file: string, others: string): string {
  return file.replace(/^( {2,}(?!recalling)[a-z-]+: )(?!.*\[\^).+$/gm, `$1${others.replaceAll('$', '$$$$')}`)
}

test('no rule speaks of adopted words, and nothing changes them', async () => {
  const originals = new Map<string, string>()
  for (const path of languages.flatMap((code) => [text(code), decisions(code)]))
    originals.set(path, await readFile(join(root, path), 'utf8'))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals.keys()), words, async (path, others) => {
      const original = originals.get(path) ?? ''
      const changed = withWords(original, others)
      expect(changed).not.toBe(original)
      await writeFile(join(root, path), changed)
      const before = await bytesOf(root)
      expect(await checkWordsOf({root})).toEqual([])
      expect(await fixWords(root, [])).toEqual([])
      expect(await bytesOf(root)).toEqual(before)
      await writeFile(join(root, path), original)
    }),
    {numRuns: 12},
  )
})

test('the same words are found where they are an author’s', async () => {
  const path = join(root, 'documents/cop16/quotations/body.en.md')
  const before = await readFile(path, 'utf8')
  await writeFile(path, before.replace('The first decision:', `${wrong.join(' ')} The first decision:`))
  expect((await checkWordsOf({root})).length).toBeGreaterThan(5)
  await writeFile(path, before)
})
