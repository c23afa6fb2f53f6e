import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {check} from '../../src/index.ts'
import {terminalReport} from '../../src/report/index.ts'
import {repository} from '../support/content-root.ts'
import {smallDossier} from '../support/fixture-root.ts'

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
  const {tasks} = JSON.parse(readFileSync(join(repository, '.vscode/tasks.json'), 'utf8')) as {
    tasks: {script: string; problemMatcher: Matcher}[]
  }
  const [task] = tasks.filter(({script}) => script === 'check')
  if (!task) throw new Error('No task checks the documents.')
  const {pattern} = task.problemMatcher

  test('finds every message of a report, and no other line', async () => {
    const path = 'documents/sc58/bear-trade/body.en.md'
    const words = readFileSync(join(smallDossier, path), 'utf8').replace('1. the size', '1. a) the  size')
    const {messages, texts} = await check({root: smallDossier, changes: new Map([[path, words]])})
    const lines = terminalReport(messages, {texts, color: false, isAll: true}).split('\n')
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
