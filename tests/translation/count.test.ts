import {expect, test} from 'vitest'
import {resolve} from '../../src/resolve/index.ts'
import {memoryOf, progressOf} from '../../src/translation/index.ts'
import {sourcesOf, story} from '../support/content-root.ts'
import {linesOfWords} from '../support/replay.ts'

// What `translate status` counts, beside a count of the lines and words of the texts that knows neither Markdown nor YAML.

/** Words of a line that a translator sees: directives and references to notes are none. */
function seen(words: string): number {
  const own = words
    .replace(/:(?:sup|sub|ins|del|lang|undecided|hint)\[([^\]]*)\](?:\{[^}]*\})?/g, '$1')
    .replace(/:[a-z-]+\[[^\]]*\](?:\{[^}]*\})?|\[\^[a-z0-9-]+\]/g, ' ')
    .replace(/\\(?=[^\w\s])/g, '')
  return [...own.matchAll(/\p{L}[\p{L}\p{M}’'-]*|\p{N}+(?:[.,]\p{N}+)*/gu)].length
}

test('the units and words of the story are as many as its lines have', async () => {
  const base = await sourcesOf(story)
  const {dossier} = resolve(base.validated, base.loaded.paths, base.files)
  const counted = dossier.translations.map((translation) => {
    // As if nothing were translated yet: then every word is to be done.
    const pairs = translation.pairs().map((pair) => ({...pair, verdict: 'missing' as const}))
    const {units, toDo} = progressOf({folder: translation.folder, pairs: () => pairs}, () => memoryOf([]))
    return `${translation.folder} ${translation.language}: ${units} units, ${toDo.none.words} words`
  })
  const lines = dossier.translations.map(({folder, language, files}) => {
    const words = files.flatMap(({original: {path, file}}) => [...linesOfWords(path, String(file)).values()])
    const sum = words.reduce((total, each) => total + seen(each), 0)
    return `${folder} ${language}: ${words.length} units, ${sum} words`
  })
  expect(counted).toEqual(lines)
  expect(counted.length).toBeGreaterThan(30)
})
