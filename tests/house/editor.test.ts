import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {check} from '../../src/index.ts'
import {terminalReport} from '../../src/report/index.ts'
import {repository, schemaFiles} from '../support/content-root.ts'
import {smallDossier} from '../support/fixture-root.ts'

const inEditor = <T>(name: string): T =>
  JSON.parse(readFileSync(join(repository, '.vscode', name), 'utf8')) as T

/** The patterns of a schema as the editor's YAML extension reads them: `*` holds full stops there. */
const patternsOf = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => path.replace('{lang}', '??'))
    .flatMap((path) => (path.endsWith('/*.yaml') ? [path, `!${path.replace('*.yaml', '*.*.yaml')}`] : [path]))

test('the settings of the editor give each YAML file the schema that governs it', () => {
  const expected = [...schemaFiles()]
    .map(([name, schema]) => [`./schemas/${name}.schema.json`, patternsOf(schema['x-files'] ?? [])] as const)
    .filter(([, patterns]) => patterns.length > 0)
  const settings = inEditor<{'yaml.schemas': Record<string, string[]>}>('settings.json')
  expect(settings['yaml.schemas']).toEqual(Object.fromEntries(expected))
})

describe('the problem matcher', () => {
  interface Matcher {
    pattern: {
      regexp: string
      file: number
      line: number
      column: number
      severity: number
      code: number
      message: number
    }
  }
  const {tasks} = inEditor<{tasks: {script: string; problemMatcher: Matcher}[]}>('tasks.json')
  const [task] = tasks.filter(({script}) => script === 'check')
  if (!task) throw new Error('No task checks the documents.')
  const {pattern} = task.problemMatcher

  test('finds every message of a report, and no other line', async () => {
    const path = 'documents/sc58/bear-trade/body.en.md'
    const words = readFileSync(join(smallDossier, path), 'utf8').replace('1. the size', '1. a) the  size')
    const {messages, texts} = await check({root: smallDossier, changes: new Map([[path, words]])})
    const lines = terminalReport(messages, {texts, color: false}).split('\n')
    const found = lines.flatMap((line) => {
      const match = new RegExp(pattern.regexp).exec(line)
      return match
        ? [
            {
              file: match[pattern.file],
              line: Number(match[pattern.line]),
              column: Number(match[pattern.column]),
              isError: match[pattern.severity] === 'error',
              rule: match[pattern.code],
              message: match[pattern.message],
            },
          ]
        : []
    })
    expect(found.length).toBeGreaterThan(1)
    expect(found).toEqual(
      messages.map(({file, line, column, fatal, ruleId, reason}) => ({
        file,
        line,
        column,
        isError: fatal === true,
        rule: ruleId,
        message: reason,
      })),
    )
  })
})
