import {type AmendedFile, amendments, writeAmended} from '../amend/index.ts'
import {UsageError} from '../failure/index.ts'
import {asTyped, printable, printed} from '../message/index.ts'
import {causesLast, count, grouped, terminalReport} from '../report/index.ts'
import {withLock} from '../write/index.ts'
import {parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `amend --help` prints. */
export const help = `cites-docs amend <document>   marks what a revised resolution changes in the text in force

Type the resolution in the body as it shall read. The command compares it with the words of documents/texts/ that
document.yaml names under “amends”, and writes :del[…] and :ins[…] into the body of each language. Type it again
after every change: marks that are there are read as accepted first.

  --begin           write the words in force into bodies that have none yet, ready to be edited
  --dry-run         write nothing; show the words with their marks
  --language L      only this language, such as fr; may be repeated
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text
`

/**
 * @param args  what stands after `amend`
 * @returns exit status: 0 done, 1 a body is left as it was because of what stands in it or in documents/texts/
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    begin: {type: 'boolean'},
    'dry-run': {type: 'boolean'},
    language: {type: 'string', multiple: true},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const [document = '', ...others] = positionals
  if (document === '' || others.length > 0)
    throw new UsageError('Name one document, such as “amend cop15/conf-11-3”.')
  const root = rootOf(values.root)
  const begin = values.begin === true
  const isDry = values['dry-run'] === true
  const amend = (): Promise<number> =>
    amended({root, document, languages: values.language, begin}, isDry, terminal)
  return isDry ? amend() : withLock(root, amend)
}

async function amended(
  request: Parameters<typeof amendments>[0],
  isDry: boolean,
  terminal: Terminal,
): Promise<number> {
  const {files, refused, messages, texts} = await amendments(request)
  const {color, width} = terminal
  terminal.err(terminalReport(causesLast(grouped(messages, texts)), {texts, color, width}))
  const changed = files.filter(({isChanged}) => isChanged)
  if (!isDry) await writeAmended(request.root, changed)
  const lines = files.flatMap((file) => [
    lineOf(file, request.begin),
    ...(isDry ? shownOf(file) : []),
    ...byHandOf(file),
  ])
  if (isDry && files.length > 0) lines.push('Nothing was written: this was a dry run.')
  else if (changed.length > 0)
    lines.push(
      request.begin
        ? `Next: edit the words as they shall read, then type “${asTyped('amend', request.document)}”.`
        : `Next: type “${asTyped('build', request.document)}” to see them in print.`,
    )
  terminal.out(printed(lines.map((line) => `${printable(line)}\n`).join('')))
  terminal.err(printed(refused.map((reason) => `${printable(reason)}\n`).join('')))
  const isLeft = refused.length + messages.length > 0
  if (isLeft && changed.length === 0) terminal.err(printed('Nothing was written.\n'))
  return isLeft ? 1 : 0
}

function lineOf({path, counts, isChanged}: AmendedFile, begin: boolean): string {
  if (begin || !counts) return `${path}: the words in force.`
  const {changed, added, deleted, moved} = counts
  const what = `${changed} changed, ${added} added, ${deleted} deleted, ${moved} moved`
  return `${path}: ${what}${isChanged ? '' : '; it is as it should be'}.`
}

function shownOf({shown}: AmendedFile): string[] {
  return shown.map((words) => `  ${words}`)
}

function byHandOf({byHand, path}: AmendedFile): string[] {
  if (byHand.length === 0) return []
  const units = count(byHand.length, 'paragraph')
  return [
    `${path}: ${units} could not be marked, and must be by hand:`,
    ...byHand.map((words) => `  ${words}`),
  ]
}
