import {digestsOf, editedFiles, keepEdited} from '../edited/index.ts'
import {UsageError} from '../failure/index.ts'
import {isError, printable, printed, quote} from '../message/index.ts'
import {changesOf, digestOf, planRelease, releaseFolder, sumsPath, writeRelease} from '../release/index.ts'
import {causesLast, count, editedReport, grouped, removedReport, terminalReport} from '../report/index.ts'
import {withLock} from '../write/index.ts'
import {dayOf, parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `release --help` prints. */
export const help = `cites-docs release <document> --number N   gives a document its number and issues it

Writes the Word files and web pages into release/ under the names of cites.org, the number and the digests of the
words into document.yaml, and builds everything anew. A document that holds XX, a hint, an example or a language
that is still drafting is refused, and then nothing is written. A file in release/ is never overwritten.

  --number N        number of the document, such as 24 or 36.1
  --revision R      1 for the first revision; left out: as document.yaml has it
  --posted DATE     day of the posting, as 2009-05-22; left out: the date of the document
  --dry-run         write nothing; show what would be written
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text
`

const highestRevision = 99

/**
 * @param args  what stands after `release`
 * @returns exit status: 0 released, or already so; 1 the sources or the files in release/ do not allow it
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    number: {type: 'string'},
    revision: {type: 'string'},
    posted: {type: 'string'},
    'dry-run': {type: 'boolean'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const [document = '', ...others] = positionals
  if (document === '' || others.length > 0)
    throw new UsageError('Name one document, such as “release sc58/internet-trade --number 24”.')
  const root = rootOf(values.root)
  const request = {
    root,
    document,
    number: values.number,
    revision: revisionOf(values.revision),
    posted: dayOf('--posted', values.posted),
  }
  const isDry = values['dry-run'] === true
  return isDry ? issue(request, isDry, terminal) : withLock(root, () => issue(request, isDry, terminal))
}

async function issue(
  request: Parameters<typeof planRelease>[0],
  isDry: boolean,
  terminal: Terminal,
): Promise<number> {
  const {root} = request
  terminal.progress(printed('checking and building'))
  const {release, messages, texts} = await planRelease(request)
  terminal.progress(printed(''))
  const {color, width} = terminal
  terminal.err(terminalReport(causesLast(grouped(messages, texts)), {texts, color, width}))
  if (!release) {
    terminal.err(printed('Not released, because of the errors above. Nothing was written.\n'))
    return 1
  }
  const {own, out} = await changesOf(root, release)
  const {built} = release
  const edited = await (isDry ? editedFiles : keepEdited)(root, built.outputs, built)
  terminal.err(editedReport(edited, {texts, color: terminal.color, width: terminal.width}))
  const languages = Object.keys(release.words).join(', ')
  const isNew = own.changed.length > 0
  const state = isDry && isNew ? 'would be released' : isNew ? 'is released' : 'is already released'
  const lines = [`${release.symbol} ${state} in ${languages}.`, '', 'Files, with their SHA-256:']
  for (const [path, bytes] of release.files)
    if (path.startsWith(`${releaseFolder}/`) && path !== sumsPath) lines.push(`  ${digestOf(bytes)}  ${path}`)
  lines.push('Digests of the words:')
  for (const [language, digest] of Object.entries(release.words)) lines.push(`  ${language} ${digest}`)
  if (isDry) {
    const what =
      out.changed.length > 0
        ? [...own.changed, count(out.changed.length, 'file of out/', 'files of out/')]
        : own.changed
    lines.push(what.length > 0 ? `Would be written: ${what.join(', ')}.` : 'Nothing would be written.')
    lines.push('Nothing was written: this was a dry run.')
  } else {
    const {written, removed} = await writeRelease(root, release, own.changed, digestsOf(edited))
    terminal.out(removedReport(removed, built.dossier))
    lines.push(
      isNew
        ? `Written: ${own.changed.join(', ')}.`
        : `${releaseFolder}/ and document.yaml are as they should be.`,
      `out/: ${count(written.length, 'file')} written, ${removed.length} removed.`,
      `Next: hand in document.yaml, out/ and ${releaseFolder}/ together.`,
    )
  }
  terminal.out(printed(lines.map((line) => `${printable(line)}\n`).join('')))
  if (messages.some(isError))
    terminal.err(printed('The errors above are of other documents: they stay in out/ as they were.\n'))
  return 0
}

function revisionOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const revision = /^[1-9][0-9]*$/.test(given) ? Number(given) : 0
  if (revision < 1 || revision > highestRevision)
    throw new UsageError(
      `${quote(`--revision ${given}`)} is no revision. Write 1 for the first, or leave it out.`,
    )
  return revision
}
