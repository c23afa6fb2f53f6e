import {UsageError} from '../../failure/index.ts'
import {asTyped, printable, printed, quote} from '../../message/index.ts'
import {count} from '../../report/index.ts'
import {plannedStart, type Start, writeStart} from '../../translate/index.ts'
import {withLock} from '../../write/index.ts'
import {parse, rootOf} from '../options.ts'
import type {Terminal} from '../terminal.ts'

/** What `translate start --help` prints. */
export const help = `cites-docs translate start <document> --to es   begins a translation

document.yaml says “es: drafting” then, and each file of the document's words that Spanish lacks is begun: also words beside the
facts that it prints. Every paragraph, heading, item, cell and note keeps its id and its place, and holds the words of the
original in a :hint[…], which is to be replaced. What holds no words (numbers, facts) is taken over. Files that are there
are left as they are.

  --to L         the language, such as es
  --root DIR     folder that holds documents/ (default: here)
  -h, --help     this text
`

/**
 * @param args  what stands after `translate start`
 * @returns exit status: 0 begun, or nothing was lacking; 1 nothing was written because of the sources
 * @throws UsageError  where a document or a language is not named, or is not there
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    to: {type: 'string'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const [document, ...more] = positionals
  if (document === undefined) throw new UsageError('Name a document, such as sc58/internet-trade.')
  if (more.length > 0)
    throw new UsageError(`There are ${positionals.length} documents here. Name one: each is begun by itself.`)
  const {to} = values
  if (to === undefined)
    throw new UsageError(`Say into which language: write --to and its two letters, as “--to es”.`)
  const root = rootOf(values.root)
  return withLock(root, async () => {
    const start = await plannedStart(root, document, to)
    if ('refused' in start) {
      terminal.err(printed(`Nothing was written. ${printable(start.refused)}\n`))
      return 1
    }
    await writeStart(root, start)
    terminal.out(printed(told(start)))
    return 0
  })
}

function told({plan, language, files, begun, there, isNew}: Start): string {
  const name = language.english
  if (files.size === 0)
    return `Nothing is lacking: ${plan.path} has all its files in ${name} (${there.join(', ')}).\n`
  const hints = [...begun.values()].reduce((sum, file) => sum + file.hints, 0)
  const lines = [
    ...files.keys(),
    '',
    ...(there.length > 0
      ? [`Left as ${there.length === 1 ? 'it is' : 'they are'}: ${there.join(', ')}.`]
      : []),
    ...[...begun].flatMap(([path, {leftOut}]) => leftOut.map((file) => leftOutLine(path, file, name))),
  ]
  if (hints > 0)
    lines.push(
      `${count(hints, 'unit')} ${hints === 1 ? 'is' : 'are'} to be translated into ${name}${isNew ? ', which is drafting' : ''}.`,
      '',
      'In a text editor: write the translation in the place of each :hint[…], and leave what is around it.',
      `In a tool of translators: type “${asTyped('translate', `export ${plan.path} --to ${language.code}`)}”.`,
      `Then type “${asTyped('check', plan.path)}”, and “${asTyped('translate', `confirm ${plan.path} --to ${language.code}`)}” when the two were compared.`,
    )
  return `${lines.join('\n')}\n`
}

function leftOutLine(path: string, file: string, language: string): string {
  return `Left out of ${path}: ${quote(file)}. There are words in it: ${language} needs one of its own beside it, and its lines.`
}
