import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {messagesOf} from '../support/rule-examples.ts'

// A folder for each rule, in it a folder for each case, whose name is the claim:
//   input.<language>[.<profile>].md   words of a body, without its front matter
//   resolution.<language>[.<profile>].md   words of a draft resolution
//   original.<language>.md, input.<language>[.drafting].md   words of a body and of its translation; or both .yaml
//   changes.diff                      lines changed in files of the small dossier
//   messages.txt                      what is found; empty where silence is right
const folder = fileURLToPath(new URL('../fixtures/rules', import.meta.url))
const input = /^(input|resolution)\.([a-z]{2})(?:\.([a-z0-9-]+))?\.md$/

const ofPair = /^(original|input)\.([a-z]{2})(?:\.(drafting))?\.(md|yaml)$/

describe.each(readdirSync(folder))('%s', (rule) => {
  test.each(readdirSync(join(folder, rule)))('%s', async (name) => {
    const read = (file: string): string => readFileSync(join(folder, rule, name, file), 'utf8').trimEnd()
    const files = readdirSync(join(folder, rule, name)).filter((file) => file !== 'messages.txt')
    const {kind, text} = files.length === 2 ? pairOf(files, read) : oneOf(files, read)
    const lines = messagesOf(kind, text)
      .map((line) => `${line}\n`)
      .join('')
    await expect(lines).toMatchFileSnapshot(join(folder, rule, name, 'messages.txt'))
  })
})

function oneOf(
  [source = '', ...others]: string[],
  read: (file: string) => string,
): Record<'kind' | 'text', string> {
  expect(others).toEqual([])
  const [, form = '', language = '', more = ''] = input.exec(source) ?? []
  expect(source === 'changes.diff' || language !== '', `${source} is a file of the test`).toBe(true)
  const kind = language ? `${form === 'input' ? 'md' : form} ${language} ${more}`.trim() : 'diff'
  return {kind, text: read(source)}
}

function pairOf(files: string[], read: (file: string) => string): Record<'kind' | 'text', string> {
  const [translation = '', original = ''] = files.toSorted()
  const [, first, language = '', more = '', ending] = ofPair.exec(translation) ?? []
  const [, second, from = ''] = ofPair.exec(original) ?? []
  expect([first, second], `${files} are files of the test`).toEqual(['input', 'original'])
  const kind = `${ending === 'yaml' ? 'pair-yaml' : 'pair'} ${from} ${language} ${more}`.trim()
  return {kind, text: `${read(original)}\n===\n${read(translation)}`}
}
