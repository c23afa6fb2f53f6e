import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {wordsRules} from '../../src/check/index.ts'
import {repository} from '../support/content-root.ts'
import {messagesOf} from '../support/rule-examples.ts'

// Sentences as documents of 1999-2022 have them, which no rule may speak of: a file for each rule about words and
// language. The first part holds the very sign or word that the rule looks for, the second does not.
const folder = join(repository, 'tests/fixtures/right')
const files = readdirSync(folder)

/** Sentences and items of each part. */
function sentencesOf(text: string): [number, number] {
  const [, first = '', second = ''] = text.split(/^## .*$/m)
  const count = (part: string): number => (part.match(/^(?: *1\. |(?! )(?<=\n\n)\S)/gm) ?? []).length
  return [count(first), count(second)]
}

/** How many sentences and items a rule leaves alone in its own cases in a language. */
function silentSentences(name: string): number {
  const [id = '', language = ''] = name.split('.')
  const cases = join(repository, 'tests/fixtures/rules', id)
  const texts = readdirSync(cases).flatMap((own) => {
    if (readFileSync(join(cases, own, 'messages.txt'), 'utf8') !== '') return []
    const input = readdirSync(join(cases, own)).find((file) => /^(?:input|resolution)\./.test(file))
    return input?.split('.')[1] === language ? [readFileSync(join(cases, own, input), 'utf8')] : []
  })
  return texts.join('\n\n').match(/^(?: *1\. |(?!::)\S)/gm)?.length ?? 0
}

/** What the index of the rules says of a rule and a language. */
function isInLanguage(id: string, language: string): boolean {
  const index = readFileSync(join(repository, 'docs/rules/README.md'), 'utf8')
  const cells =
    new RegExp(`^\\| \\[${id}\\]\\(${id}\\.md\\) \\|(.+)\\|$`, 'm').exec(index)?.[1]?.split('|') ?? []
  return cells[['en', 'fr', 'es'].indexOf(language)]?.trim() === 'yes'
}

test('each rule about words has eight right sentences in each of its languages, four of them with its sign', () => {
  const languages = ['en', 'es', 'fr']
  const aboutWords = wordsRules.flatMap(({id}) =>
    languages.filter((language) => isInLanguage(id, language)).map((language) => `${id}.${language}.md`),
  )
  // Rules about documents that look at words, too.
  const aboutDocuments = ['clause-verb', 'struck-item', 'typed-label'].flatMap((id) =>
    languages.map((language) => `${id}.${language}.md`),
  )
  const expected = [...aboutWords, ...aboutDocuments]
  // Some rules have them beside their other cases: what is silent there.
  const beside = expected.filter((name) => !files.includes(name) && silentSentences(name) >= 8)
  expect([...files, ...beside].sort()).toEqual(expected.toSorted())
  const few = files.filter((name) => {
    const [withSign, others] = sentencesOf(readFileSync(join(folder, name), 'utf8'))
    return withSign < 4 || withSign + others < 8
  })
  expect(few).toEqual([])
})

describe('right sentences', () => {
  test.each(files)('%s', (name) => {
    const language = name.split('.')[1] ?? ''
    expect(messagesOf(`md ${language}`, readFileSync(join(folder, name), 'utf8').trimEnd())).toEqual([])
  })
})
