import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {messagesOf} from '../support/rule-examples.ts'

// A folder for each rule, in it a folder for each case, whose name is the claim:
//   input.<language>[.<profile>].md   words of a body, without its front matter
//   resolution.<language>[.<profile>].md   words of a draft resolution
//   changes.diff                      lines changed in files of the small dossier
//   messages.txt                      what is found; empty where silence is right
const folder = fileURLToPath(new URL('../fixtures/rules', import.meta.url))
const input = /^(input|resolution)\.([a-z]{2})(?:\.([a-z0-9-]+))?\.md$/

describe.each(readdirSync(folder))('%s', (rule) => {
  test.each(readdirSync(join(folder, rule)))('%s', async (name) => {
    const files = readdirSync(join(folder, rule, name))
    const [source = '', ...others] = files.filter((file) => file !== 'messages.txt')
    expect(others).toEqual([])
    const [, form = '', language = '', more = ''] = input.exec(source) ?? []
    expect(source === 'changes.diff' || language !== '', `${source} is a file of the test`).toBe(true)
    const kind = language ? `${form === 'input' ? 'md' : form} ${language} ${more}`.trim() : 'diff'
    const text = readFileSync(join(folder, rule, name, source), 'utf8').trimEnd()
    const found = messagesOf(kind, text)
    const lines = found.map((line) => `${line}\n`).join('')
    await expect(lines).toMatchFileSnapshot(join(folder, rule, name, 'messages.txt'))
  })
})
