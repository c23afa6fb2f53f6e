import {basename, dirname, resolve} from 'node:path'
import {documentPath} from '../asked.ts'
import {
  compareSides,
  type DiffReport,
  jsonDiff,
  markdownDiff,
  pageDiff,
  readSide,
  type Side,
  summaryLine,
  terminalDiff,
} from '../diff/index.ts'
import {UsageError} from '../failure/index.ts'
import {isError, nearest, printable, printed, quote} from '../message/index.ts'
import {causesLast, count, grouped, terminalReport} from '../report/index.ts'
import {sideSources} from './diff/side-sources.ts'
import type {Revised} from './diff/write-redlines.ts'
import {dayOf, parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `diff --help` prints. */
export const help = `cites-docs diff [revision [revision]]   shows what changes for a reader, and writes no source

  cites-docs diff                    the last commit and the folder as it stands
  cites-docs diff origin/main        a branch, a tag or a commit, and the folder
  cites-docs diff v1 v2              two of them
  cites-docs diff ./before ./after   two folders, each with documents/ in it: they begin with “.” or “/”

  --document D      only this document, such as sc58/internet-trade; may be repeated
  --language L      only this language, such as fr; may be repeated
  --format F        terminal (default), markdown for a comment on a pull request, html for a page, or json in the form
                    of schemas/diff.schema.json
  --output FILE     into this file
  --docx FOLDER     also writes a Word file with revisions of each document that differs, into this folder; accepted it is
                    the later document, rejected the earlier one
  --author NAME, --date 2009-05-22   who made the revisions, and when (default: author and date of each document)
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text

Exit status: 0 compared, 1 a side has errors; what they do not touch is compared all the same.
`

/** Every form that is text, by its name. */
const textForms: ReadonlyMap<string, (report: DiffReport, terminal: Terminal, isFile: boolean) => string> =
  new Map([
    [
      'terminal',
      (report, {width, outColor}, isFile) => terminalDiff(report, {width, color: outColor && !isFile}),
    ],
    ['markdown', (report) => markdownDiff(report)],
    ['json', (report) => jsonDiff(report)],
  ])

/**
 * @param args  what stands after `diff`
 * @returns exit status: 0 compared, 1 a side has errors
 * @throws UsageError  where a side, a document, a language or a form is not there
 * @throws EnvironmentError  where git or the disk will not give a file
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    root: {type: 'string'},
    document: {type: 'string', multiple: true},
    language: {type: 'string', multiple: true},
    format: {type: 'string'},
    output: {type: 'string'},
    docx: {type: 'string'},
    author: {type: 'string'},
    date: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const form = formOf(values.format)
  dayOf('--date', values.date)
  const sides: Side[] = []
  for (const source of await sideSources(rootOf(values.root), positionals))
    sides.push(
      await readSide(source, (path) =>
        terminal.progress(printed(`reading ${printable(source.name)}: ${path}`)),
      ),
    )
  terminal.progress(printed(''))
  const [before, after] = sides as [Side, Side]
  refuseStrange(before, after, values.document, values.language)
  const report = compareSides(before, after, {documents: values.document, languages: values.language})
  tellErrors([before, after], terminal)
  await hand(report, form, after, values.output, terminal)
  if (values.docx !== undefined) await redlines(values.docx, [before, after], report, values, terminal)
  return [before, after].some(({messages}) => messages.some(isError)) ? 1 : 0
}

function formOf(name = 'terminal'): string {
  if (textForms.has(name) || name === 'html') return name
  throw new UsageError(
    `There is no form ${quote(name)}. Write one of: ${[...textForms.keys(), 'html'].join(', ')}.`,
  )
}

/** A document or a language that neither side has. */
function refuseStrange(
  before: Side,
  after: Side,
  documents: readonly string[] = [],
  languages: readonly string[] = [],
): void {
  const paths = [before, after].flatMap(({content}) =>
    [...content.keys()].flatMap(
      (path) => /^documents\/([^/]+\/[^/]+)\/document\.yaml$/.exec(path)?.[1] ?? [],
    ),
  )
  for (const given of documents) {
    const path = documentPath(given)
    if (paths.some((own) => own === path || own.startsWith(`${path}/`))) continue
    const near = nearest(path, paths)
    throw new UsageError(
      `Neither side has a document ${quote(given)}. ${near ? `Is ${quote(near)} meant?` : 'A document is named by its folder in documents/.'}`,
    )
  }
  const codes = [before, after].flatMap(({dossier}) => dossier.languages.map(({code}) => code))
  const strange = languages.find((code) => !codes.includes(code))
  if (strange !== undefined)
    throw new UsageError(
      `There is no language ${quote(strange)}. Write one of: ${[...new Set(codes)].join(', ')}.`,
    )
}

/** What is wrong on a side stands apart from what differs. */
function tellErrors(sides: readonly Side[], terminal: Terminal): void {
  for (const {name, messages, texts} of sides) {
    const errors = messages.filter(isError)
    if (errors.length === 0) continue
    const {color, width} = terminal
    terminal.err(printed(`Not all of ${quote(name)} is built, and what is not cannot be compared:\n`))
    terminal.err(terminalReport(causesLast(grouped(errors, texts)), {texts, color, width, isAll: true}))
  }
}

async function redlines(
  folder: string,
  sides: readonly [Side, Side],
  report: DiffReport,
  revised: Revised,
  terminal: Terminal,
): Promise<void> {
  const {writeRedlines} = await import('./diff/write-redlines.ts')
  const written = await writeRedlines(folder, sides, report, revised, (path) =>
    terminal.progress(printed(`comparing ${printable(path)}`)),
  )
  terminal.progress(printed(''))
  // What stands on standard output may be read by a program.
  terminal.err(printed(`${count(written.length, 'Word file')} with revisions in ${printable(folder)}\n`))
}

async function hand(
  report: DiffReport,
  form: string,
  after: Side,
  output: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const text = textForms.get(form)?.(report, terminal, output !== undefined)
  const bytes =
    text === undefined
      ? pageDiff(report, after.dossier.templates.styles, after.dossier.languages)
      : new TextEncoder().encode(printed(text))
  if (output === undefined) {
    const shown = text ?? new TextDecoder().decode(bytes)
    terminal.out(printed(shown, {color: form === 'terminal' && terminal.outColor}))
    return
  }
  const {replaceFile} = await import('../write/index.ts')
  const file = resolve(output)
  await replaceFile(dirname(file), basename(file), bytes)
  terminal.out(printed(`${summaryLine(report)}\n`))
}
