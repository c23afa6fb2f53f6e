import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Log} from 'sarif'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/check.ts'
import {attribute, childrenOf, descendants, parseXml} from '../../src/word/index.ts'
import {ran} from '../support/commands.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {faultsBySchema} from '../support/output-schema.ts'
import {faultsOfSarif} from '../support/sarif.ts'

// One dossier with an error in a document, one in a file that several share, and a warning; and in each form of the
// messages the same three, at the same places.
const folder = 'documents/sc58/bear-trade'
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-report-'))
  await cp(smallDossier, root, {recursive: true})
  const change = async (file: string, before: string, after: string): Promise<void> => {
    const text = await readFile(join(root, file), 'utf8')
    expect(text.split(before)).toHaveLength(2)
    await writeFile(
      join(root, file),
      text.replace(before, () => after),
    )
  }
  await change(`${folder}/body.en.md`, '1. the size; and', '1. a) the %, the size: or, so on; and')
  await change(`${folder}/body.fr.md`, ' ^report-size', '')
  await change('documents/decisions/bear-trade/decisions.yaml', 'addressee: secretariat', 'addressee: bears')
})
afterAll(() => rm(root, {recursive: true}))

const check = (...options: string[]): ReturnType<typeof ran> => ran(run, ['--root', root, ...options])

interface Report {
  errors: number
  warnings: number
  messages: {file: string; line: number; column: number; severity: string; rule: string; message: string}[]
}

const ofFacts = ['documents/decisions/bear-trade/decisions.yaml:4:16 error unknown-addressee']
const ofDocuments = [
  `${folder}/body.en.md:13:1 error typed-label`,
  `${folder}/body.fr.md:13:1 warning unit-missing`,
]

test('json: the messages as data, held to their schema; the summary is beside it', async () => {
  const {status, out, err} = await check('--format', 'json')
  expect(status).toBe(1)
  expect(err).toMatch(/^1 document checked: 1 error, 0 warnings\.\n$/)
  const report = JSON.parse(out) as Report
  expect(faultsBySchema('messages', report)).toEqual({value: [], examples: []})
  const seen = report.messages.map(
    ({file, line, column, severity, rule}) => `${file}:${line}:${column} ${severity} ${rule}`,
  )
  expect(seen).toEqual(ofFacts)
  expect({errors: report.errors, warnings: report.warnings}).toEqual({
    errors: report.messages.filter(({severity}) => severity === 'error').length,
    warnings: report.messages.filter(({severity}) => severity === 'warning').length,
  })
})

describe('where the facts are right', () => {
  beforeAll(async () => {
    const file = join(root, 'documents/decisions/bear-trade/decisions.yaml')
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('addressee: bears', 'addressee: secretariat'),
    )
  })

  const reported = async (): Promise<Report['messages']> =>
    (JSON.parse((await check('--format', 'json')).out) as Report).messages

  test('json has the messages of the documents', async () => {
    const seen = (await reported()).map(
      ({file, line, column, severity, rule}) => `${file}:${line}:${column} ${severity} ${rule}`,
    )
    expect(seen).toEqual(ofDocuments)
  })

  test('sarif has the same, with addresses below the content root, no time and no absolute path', async () => {
    const {out} = await check('--format', 'sarif')
    expect(out).not.toContain(root)
    const [log] = (JSON.parse(out) as Log).runs
    expect(log?.columnKind).toBe('utf16CodeUnits')
    const seen = (log?.results ?? []).map(({ruleId, ruleIndex = -1, level, message, locations}) => {
      const {artifactLocation, region} = locations?.[0]?.physicalLocation ?? {}
      const rule = log?.tool.driver.rules?.[ruleIndex]
      expect(rule?.id).toBe(ruleId)
      // The page of the rule, which a code host shows beside the finding.
      expect(rule?.help?.markdown).toMatch(new RegExp(`^# ${ruleId}\\n|\\n\`${ruleId}\``))
      expect(rule?.shortDescription?.text).toMatch(/\.$/)
      return {
        file: decodeURIComponent(artifactLocation?.uri ?? ''),
        line: region?.startLine,
        column: region?.startColumn,
        severity: level,
        rule: ruleId,
        message: message.text,
      }
    })
    const messages = (await reported()).map(({file, line, column, severity, rule, message}) => ({
      file,
      line,
      column,
      severity,
      rule,
      message,
    }))
    expect(seen).toEqual(messages)
  })

  test('sarif is valid against the schema of its standard, with the whole dossier and with a hostile name', async () => {
    const hostile = join(root, folder, 'a%0A::error,title=x::"\n<b>.en.md')
    await writeFile(hostile, 'words')
    const {out} = await check('--format', 'sarif')
    await rm(hostile)
    const log = JSON.parse(out) as Log
    expect(log.runs[0]?.results?.length).toBeGreaterThan(0)
    expect(faultsOfSarif(log)).toEqual([])
    // It can fail.
    expect(faultsOfSarif({...log, version: '2.0.0'} as unknown as Log)).not.toEqual([])
  })

  test('github has a command for each, which no word of it can end', async () => {
    const {out} = await check('--format', 'github')
    const lines = out.trimEnd().split('\n')
    const messages = await reported()
    expect(lines.length).toBe(messages.length)
    for (const [index, {file, line, column, severity, rule, message}] of messages.entries()) {
      const [, properties = '', data = ''] =
        /^::(?:error|warning) ([^:]*)::(.*)$/.exec(lines[index] ?? '') ?? []
      expect(lines[index]?.startsWith(`::${severity} `)).toBe(true)
      expect(properties.split(',')).toEqual(
        expect.arrayContaining([`file=${file}`, `line=${line}`, `col=${column}`, `title=${rule}`]),
      )
      expect(data.replaceAll('%25', '%')).toBe(message)
    }
  })

  test('junit has a suite for each document and language, a case for each rule that found something', async () => {
    const {out} = await check('--format', 'junit')
    const suites = descendants(parseXml(out), 'testsuite')
    expect(suites.map((suite) => attribute(suite, 'name'))).toEqual([
      'sc58/bear-trade.en',
      'sc58/bear-trade.fr',
      'sources',
    ])
    for (const suite of suites) {
      const cases = childrenOf(suite, 'testcase')
      expect(attribute(suite, 'tests')).toBe(String(cases.length))
      expect(attribute(suite, 'failures')).toBe(
        String(cases.filter((one) => childrenOf(one, 'failure').length > 0).length),
      )
    }
    const [english] = suites
    const failed = childrenOf(english, 'testcase').filter((one) => childrenOf(one, 'failure').length > 0)
    expect(failed.map((one) => attribute(one, 'name'))).toContain('typed-label')
  })

  test('the same sources give the same bytes in every form', async () => {
    for (const format of ['json', 'sarif', 'github', 'junit'])
      expect((await check('--format', format)).out).toBe((await check('--format', format)).out)
  })
})

test('a value that would end raw data is text in junit', async () => {
  const path = join(root, folder, 'document.yaml')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(/^kind: .*$/m, 'kind: "a]]>b"'))
  const {out} = await check('--format', 'junit')
  await writeFile(path, text)
  expect(
    descendants(parseXml(out), 'failure')
      .map((one) => attribute(one, 'message'))
      .join(),
  ).toContain('a]]>b')
})

test('a path that would be a command of GitHub is none', async () => {
  const hostile = 'documents/sc58/bear-trade/a,line=1::error file=x%0A.md'
  await mkdir(join(root, folder), {recursive: true})
  await writeFile(join(root, hostile), 'words\n')
  const {out} = await check('--format', 'github')
  await rm(join(root, hostile))
  const line = out.split('\n').find((one) => one.includes('bear-trade/a'))
  expect(line).toMatch(
    /^::(?:error|warning) file=documents\/sc58\/bear-trade\/a%2Cline=1%3A%3Aerror file=x%250A\.md,line=1,/,
  )
})

describe('warnings', () => {
  test('end with 0 unless there are more than --max-warnings allows', async () => {
    const clean = await mkdtemp(join(tmpdir(), 'cites-docs-warnings-'))
    await cp(smallDossier, clean, {recursive: true})
    const file = join(clean, folder, 'body.fr.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace(' ^report-size', ''))
    const at = (...options: string[]): ReturnType<typeof ran> => ran(run, ['--root', clean, ...options])
    const {status, out} = await at()
    expect({status, out}).toMatchObject({status: 0, out: '1 document checked: 0 errors, 1 warning.\n'})
    expect((await at('--max-warnings', '1')).status).toBe(0)
    const strict = await at('--max-warnings', '0')
    expect(strict.status).toBe(1)
    expect(strict.err).toContain('There are more than 0 warnings')
    await rm(clean, {recursive: true})
  })

  test.each([
    [
      'a format that there is not',
      ['--format', 'xml'],
      'There is no format “xml”. Write one of: json, sarif, github, junit.',
    ],
    ['a number that is none', ['--max-warnings', 'few'], '“few” is no number of warnings.'],
  ])('wrong usage: %s', async (_what, options, words) => {
    const {status, err} = await check(...options)
    expect(status).toBe(2)
    expect(err).toContain(words)
  })
})
