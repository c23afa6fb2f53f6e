import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {Log} from 'sarif'
import type {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import {EnvironmentError} from '../../src/failure/index.ts'
import {error, finding, printable, printed, quote} from '../../src/message/index.ts'
import {buildSummary, messageFormats, statusReport, terminalReport} from '../../src/report/index.ts'
import {attribute, descendants, parseXml} from '../../src/word/index.ts'
import {withLock} from '../../src/write/index.ts'
import {projectRoot} from '../support/built.ts'
import {commandOf, faultsOfLine, hostileTexts} from '../support/hostile-text.ts'
import {faultsOfSarif} from '../support/sarif.ts'

// Whatever stands in a source, a name, a lock or an argument: nothing of it is obeyed by a terminal or a server, and
// nothing of it is there without being seen.

const linesOf = (text: string): string[] => text.split('\n')
const faultsOf = (text: string): string[] => linesOf(text).flatMap(faultsOfLine)
/** Lines that GitHub would take for its commands. */
const commandsOf = (text: string): string[] => linesOf(text).filter((line) => /^\s*::/.test(line))

/** A message that has the text in every field, also where a rule would never put it. */
function everywhere(text: string): VFileMessage {
  const message = finding('error', text, {
    path: `documents/${text}`,
    ruleId: text,
    language: text,
    other: {path: text, place: {start: {line: 1, column: 1}, end: {line: 1, column: 1}}},
  })
  message.file = `documents/${text}`
  message.reason = text
  message.also = [{file: text, line: 1, column: 1}]
  return message
}

const messages = hostileTexts.map(everywhere)
const documents = hostileTexts.map((text) => ({path: text, language: text}))
const report = (format: string): string => messageFormats.get(format)?.(messages, documents, new Map()) ?? ''
const pieces = hostileTexts.map(printable)

test('a piece is printed on one line, and what was made printable stays the same', () => {
  for (const text of hostileTexts) {
    const piece = printable(text)
    expect(piece).not.toContain('\n')
    expect(faultsOf(piece)).toEqual([])
    expect(printable(piece)).toBe(piece)
    expect(faultsOf(quote(text))).toEqual([])
  }
  expect(printable('a\u202eb\u{e0041}c\ud800d')).toBe('aU+202EbU+E0041cU+D800d')
  expect(printable('çñ “quoted” — 日本 10\u00a0h :date[x] ::table')).toBe(
    'çñ “quoted” — 日本 10\u00a0h :date[x] ::table',
  )
})

test('lines are printed as lines, of which none is a command', () => {
  expect(printed('one\n ::error::x\n##[error]y\n')).toBe('one\n U+003A:error::x\nU+0023#[error]y\n')
  expect(printed('\u001b[31merror\u001b[0m \u001b[2J', {color: true})).toBe(
    '\u001b[31merror\u001b[0m U+001B[2J',
  )
  expect(printed('\u001b[31merror')).toBe('U+001B[31merror')
})

test('json is read by a parser', () => {
  const text = report('json')
  expect(faultsOf(text)).toEqual([])
  expect(commandsOf(text)).toEqual([])
  const data = JSON.parse(text)
  expect(data.messages.map(({message}: {message: string}) => message)).toEqual(pieces)
  expect(faultsOf(JSON.stringify(data))).toEqual([])
})

test('sarif is valid by its standard', () => {
  const text = report('sarif')
  expect(faultsOf(text)).toEqual([])
  expect(commandsOf(text)).toEqual([])
  const log = JSON.parse(text) as Log
  expect(faultsOfSarif(log)).toEqual([])
  expect(log.runs[0]?.results?.map(({message}) => message.text)).toEqual(pieces)
})

test('github reads as many commands as there are messages, each with its place and its words', () => {
  const text = report('github')
  expect(faultsOf(text)).toEqual([])
  const commands = text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map(commandOf)
  expect(commands.map((command) => command?.name)).toEqual(messages.map(() => 'error'))
  expect(commands.map((command) => command?.data)).toEqual(
    pieces.map((piece) => `${piece}\nThe same: ${piece}:1:1`),
  )
  expect(commands.map((command) => command?.properties.get('title'))).toEqual(pieces)
  expect(commands.map((command) => command?.properties.get('file'))).toEqual(
    pieces.map((piece) => `documents/${piece}`),
  )
})

test('junit is XML with a case for each', () => {
  const text = report('junit')
  expect(faultsOf(text)).toEqual([])
  expect(commandsOf(text)).toEqual([])
  const failures = descendants(parseXml(text), 'failure').map((one) => attribute(one, 'message') ?? '')
  expect(failures.toSorted()).toEqual(pieces.toSorted())
})

test('a terminal shows each message and its line of source', () => {
  for (const text of hostileTexts) {
    const texts = new Map([[printable(`documents/${text}`), text]])
    for (const color of [false, true]) {
      const shown = terminalReport([everywhere(text)], {texts, color})
      expect(faultsOf(shown.replaceAll(/\u001b\[(?:0|31|33)m/g, ''))).toEqual([])
      expect(commandsOf(shown)).toEqual([])
      expect(linesOf(shown)[0]).toContain(printable(text))
    }
  }
})

test('the mark under a line stands where the words are, also behind what is printed longer', () => {
  const place = {start: {line: 1, column: 3}, end: {line: 1, column: 4}}
  const shown = terminalReport([error('Wrong.', {path: 'a.md', ruleId: 'a', place})], {
    texts: new Map([['a.md', 'a\u00adX']]),
    color: false,
  })
  expect(linesOf(shown).slice(1, 3)).toEqual(['  1 | aU+00ADX', '    |        ^'])
})

test('summaries and the status are printed by the same way', () => {
  for (const text of hostileTexts) {
    const refused = [{path: text, language: text, isRefused: true}]
    const summary = buildSummary(
      refused,
      [],
      [text],
      {written: [], unchanged: [], removed: []} as never,
      {hints: 0, switchedOff: 0},
      1,
    )
    expect(faultsOf(printed(summary))).toEqual([])
    expect(commandsOf(printed(summary))).toEqual([])
    const words = {tasks: {type: 'text', value: text}, deadlines: {type: 'text', value: text}}
    const composition = {asOf: '2009-01-01', subjects: [], deadlines: [], words, columns: {}} as never
    const status = printed(statusReport(composition, {width: 80, color: false, isLatest: true}))
    expect(faultsOf(status)).toEqual([])
    expect(commandsOf(status)).toEqual([])
  }
})

describe('on a disk', () => {
  test('a lock says who holds it in one line', async () => {
    const root = await mkdtemp(join(tmpdir(), 'cites-docs-printed-'))
    await mkdir(join(root, '.cites-docs'))
    for (const host of hostileTexts) {
      await writeFile(join(root, '.cites-docs/lock'), JSON.stringify({pid: 1, host}))
      const cause = await withLock(root, async () => undefined).catch((error: unknown) => error)
      expect(cause).toBeInstanceOf(EnvironmentError)
      expect((cause as EnvironmentError).lines).toHaveLength(1)
      expect(faultsOf((cause as EnvironmentError).message)).toEqual([])
    }
    await rm(root, {recursive: true})
  })

  test('an argument of the command is printed in the words of its refusal', async () => {
    const hostile = 'x\n::error::y ##[error]z \u202e\u00ad\u2028\ufffe'
    const wrong = [
      [hostile],
      ['check', '--language', hostile],
      ['check', `--${hostile}`],
      ['explain', hostile],
      ['new', hostile, '--root', 'tests/fixtures/small-dossier'],
      ['release', hostile, '--number', hostile],
    ]
    const ends = await Promise.all(
      wrong.map((args) =>
        promisify(execFile)(process.execPath, ['dist/cites-docs.js', ...args], {cwd: projectRoot}).then(
          () => ({code: 0, stderr: '', stdout: ''}),
          (cause: {code: number; stderr: string; stdout: string}) => cause,
        ),
      ),
    )
    for (const [index, {code, stderr, stdout}] of ends.entries()) {
      expect({args: wrong[index], code}).toEqual({args: wrong[index], code: 2})
      expect(faultsOf(stderr + stdout)).toEqual([])
      expect(commandsOf(stderr + stdout)).toEqual([])
    }
  })
})
