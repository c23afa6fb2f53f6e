import {basename} from 'node:path'
import {UsageError} from '../failure/index.ts'
import {asTyped, printable, printed, quote} from '../message/index.ts'
import {causesLast, count, grouped, terminalReport} from '../report/index.ts'
import {
  bytesOfFile,
  bytesOfInput,
  documentTable,
  printedTable,
  readSheet,
  type ToTranslate,
  writeTableFiles,
} from '../sheet/index.ts'
import {blockDirectiveForms} from '../validate/index.ts'
import {withLock} from '../write/index.ts'
import {parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `table --help` prints. */
export const help = `cites-docs table <document> <sheet>   writes a sheet as a table into every language of a document
cites-docs table <sheet>              prints the table, to be pasted

The sheet is a CSV file (UTF-8, with commas or semicolons) or tab-separated rows as they are copied from Excel or Word;
“-” is what is pasted or comes through a pipe. Numbers, dates and names that are known are written as each language has
them; other words stand in :hint[…] where they are still to be translated, and are listed.

  --id NAME         name of the table (default: that of the file)
  --caption T       its caption, in the language of the sheet
  --part P          annex-1, where it goes into an annex (default: body)
  --after ID        name of the paragraph, heading or table that it comes after (default: at the end)
  --head-rows N     how many of its first rows are heads (default: 1)
  --head-columns N  how many of its first columns are heads of their rows (default: 1)
  --widths "2 1 1"  widths of its columns, beside one another
  --turned          on pages that lie on their long side
  --merge           heads take the empty cells beside and below them, as merged cells of Excel
  --same C          a column whose words are the same in every language, such as names of species, by the words over it
                    or its number; may be repeated
  --from L          language of the sheet (default: that in which the document is written first)
  --numbers L       language as which the sheet writes numbers: en 1,234.5, fr 1 234,5, es 1.234,5
  --language L      without a document: the language to print (default: that of the sheet)
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text
`

const options = {
  id: {type: 'string'},
  caption: {type: 'string'},
  part: {type: 'string'},
  after: {type: 'string'},
  'head-rows': {type: 'string'},
  'head-columns': {type: 'string'},
  widths: {type: 'string'},
  turned: {type: 'boolean'},
  merge: {type: 'boolean'},
  same: {type: 'string', multiple: true},
  from: {type: 'string'},
  numbers: {type: 'string'},
  language: {type: 'string'},
  root: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const

type Values = ReturnType<typeof parse<typeof options>>['values']

/**
 * @param args  what stands after `table`
 * @returns exit status: 0 done, 1 nothing was written because of what the sheet or the document holds
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, options)
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const sheet = positionals.at(-1)
  if (sheet === undefined || positionals.length > 2)
    throw new UsageError(
      'Name a document and a sheet, such as “table sc58/exports quotas.csv”; “-” is the sheet that is pasted or comes through a pipe.',
    )
  const table = {...tableOptions(values), id: idOf(values.id, sheet, positionals.length === 2)}
  const grid = readSheet(await bytesOf(sheet, terminal))
  if ('refused' in grid) return refuse(terminal, grid)
  const root = rootOf(values.root)
  const {from, numbers, language, part} = values
  const after = values.after?.replace(/^\^/, '')
  const [document] = positionals
  if (positionals.length === 2 && document !== undefined) {
    if (language !== undefined)
      throw new UsageError(
        'A table is written into every language of a document at once: leave out “--language”. The language of the sheet is “--from”.',
      )
    const wish = {...table, root, document, part: part ?? 'body', after, from, numbers}
    return withLock(root, () => intoDocument(grid, wish, terminal))
  }
  if (part !== undefined || after !== undefined)
    throw new UsageError(
      '“--part” and “--after” say where in a document the table goes: name the document before the sheet.',
    )
  const made = await printedTable(grid, {...table, root, from, numbers, language})
  if ('refused' in made) return refuse(terminal, made)
  terminal.out(printed(`${made.text}\n`, {commands: true}))
  terminal.err(printed(translationLines(made.toTranslate).join('')))
  return 0
}

async function bytesOf(sheet: string, {input}: Terminal): Promise<Uint8Array> {
  if (sheet !== '-') return bytesOfFile(sheet)
  if (!input) throw new UsageError('Nothing comes through a pipe here. Name the file of the sheet.')
  return bytesOfInput(input())
}

/** What the first line of the table says, each as a table may say it. */
function tableOptions(values: Values) {
  const attribute = (name: 'head-rows' | 'head-columns' | 'widths'): string | undefined => {
    const [given, form] = [values[name], formOf(name)]
    if (given !== undefined && !form.pattern.test(given))
      throw new UsageError(
        `${quote(given)} cannot stand after “--${name}”. Write it as in “--${name} ${form.example}”.`,
      )
    return given
  }
  const [headRows, headColumns] = [attribute('head-rows'), attribute('head-columns')]
  return {
    caption: captionOf(values.caption),
    headRows: headRows === undefined ? undefined : Number(headRows),
    headColumns: headColumns === undefined ? undefined : Number(headColumns),
    widths: attribute('widths'),
    isTurned: values.turned === true,
    merge: values.merge === true,
    same: values.same,
  }
}

function formOf(name: string): {pattern: RegExp; example: string} {
  const form = blockDirectiveForms.get('table')?.attributes.get(name)
  if (!form) throw new Error(`A table has no “${name}”.`)
  return form
}

function captionOf(given: string | undefined): string | undefined {
  const words = given?.replace(/\s+/g, ' ').trim()
  return words === '' ? undefined : words
}

/** As it is said, else made of the name of the file. */
function idOf(given: string | undefined, sheet: string, isInDocument: boolean): string {
  const {pattern, example} = formOf('id')
  const name = basename(sheet)
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-$/g, '')
  const id = given ?? (sheet === '-' || name === '' ? undefined : name)
  if (id === undefined && isInDocument)
    throw new UsageError(`The table needs a name: write “--id ${example}”, with another word.`)
  if (id !== undefined && !pattern.test(id))
    throw new UsageError(
      `${quote(id)} cannot be the name of a table. Write after “--id” small letters, digits and hyphens, such as “${example}”.`,
    )
  return id ?? 'table'
}

async function intoDocument(
  grid: Parameters<typeof documentTable>[0],
  wish: Parameters<typeof documentTable>[1],
  terminal: Terminal,
): Promise<number> {
  const made = await documentTable(grid, wish)
  if ('refused' in made) {
    const {messages = [], texts = new Map()} = made
    const {color, width} = terminal
    terminal.err(terminalReport(causesLast(grouped(messages, texts)), {texts, color, width}))
    return refuse(terminal, made)
  }
  await writeTableFiles(wish.root, made.files)
  const size = `${count(grid.rows.length, 'row')} of ${count(grid.columns, 'cell')}`
  const empty = grid.emptyRows > 0 ? ` (${count(grid.emptyRows, 'empty row')} left out)` : ''
  const lines = [
    ...[...made.files.keys()].map((path) => `${path}: the table ${quote(wish.id)}, ${size}${empty}.`),
    ...made.without.map((code) => `There is no file of the part in ${code}: the table is not written there.`),
  ]
  terminal.out(printed(lines.map((line) => `${printable(line)}\n`).join('')))
  terminal.out(printed(translationLines(made.toTranslate).join('')))
  const check = asTyped('check', wish.document)
  const warned =
    made.warnings > 0 ? `${count(made.warnings, 'warning')} more than before: “${check}” shows them. ` : ''
  terminal.out(
    printed(printable(`${warned}Next: type “${asTyped('build', wish.document)}” to see it in print.`)),
  )
  terminal.out(printed('\n'))
  return 0
}

// A longer list nobody reads: the hints are in the files.
const mostListed = 100

/** Which words of which language are to be translated. */
function translationLines(toTranslate: readonly ToTranslate[]): string[] {
  if (toTranslate.length === 0) return []
  const listed = toTranslate
    .slice(0, mostListed)
    .map(({languages, where, words}) => `  ${languages.join(', ')}: ${where}: ${quote(words)}`)
  const others = toTranslate.length - listed.length
  return [
    `To be translated (each stands in “:hint[…]”, and no final document is built with one):`,
    ...listed,
    ...(others > 0 ? [`  and ${others} more`] : []),
  ].map((line) => `${printable(line)}\n`)
}

function refuse(terminal: Terminal, {refused}: {refused: string}): number {
  terminal.err(printed(`Nothing was written. ${printable(refused)}\n`))
  return 1
}
