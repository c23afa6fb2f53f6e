import {resolveContent} from '../../content.ts'
import {
  adoptedPairs,
  errorsAfter,
  type ImportedUnit,
  type ImportPlan,
  planImport,
  type Refusal,
  readReturned,
  writeImported,
} from '../../exchange/index.ts'
import {UsageError} from '../../failure/index.ts'
import {asTyped, isError, printable, printed, quote} from '../../message/index.ts'
import {causesLast, count, grouped, terminalReport} from '../../report/index.ts'
import {confirmed} from '../../translate/index.ts'
import {flushFolders, replaceFile, withLock} from '../../write/index.ts'
import {parse, rootOf} from '../options.ts'
import type {Terminal} from '../terminal.ts'

/** What `translate import --help` prints. */
export const help = `cites-docs translate import <file>      puts translations back into the sources
cites-docs translate import <folder>    those of an OmegaT project, as OmegaT wrote them into target/

The file is one that “translate export” wrote (XLIFF 1.2, or a Word file with three columns), as a tool saved it. Only units
whose translation is another than in the sources are written; every other byte of a file stays. When one unit is refused,
nothing is written.

  --dry-run      show what would be written, and write nothing
  --confirm      say that these translations are right, with the state that the file gives them
  --root DIR     folder that holds documents/ (default: here)
  -h, --help     this text
`

/**
 * @param args  what stands after `translate import`
 * @returns exit status: 0 done, 1 something was refused, and nothing is written
 * @throws UsageError  where no file is named, or none is there
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    'dry-run': {type: 'boolean'},
    confirm: {type: 'boolean'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0)
    throw new UsageError(
      'Name one file, such as “translate import translation/all.fr.xlf”, or the folder of an OmegaT project.',
    )
  const root = rootOf(values.root)
  const isDry = values['dry-run'] === true
  const work = (): Promise<number> =>
    imported(root, path, {isDry, isConfirming: values.confirm === true}, terminal)
  return isDry ? work() : withLock(root, work)
}

async function imported(
  root: string,
  path: string,
  {isDry, isConfirming}: {isDry: boolean; isConfirming: boolean},
  terminal: Terminal,
): Promise<number> {
  const returned = await readReturned(path)
  if ('reason' in returned) return refuse([returned], terminal)
  const {dossier, messages, texts, sources} = await resolveContent({root})
  const plan = planImport(returned, {dossier, texts, isAdopted: adoptedPairs(sources)})
  if (plan.refusals.length > 0) return refuse(plan.refusals, terminal)
  // What cannot be read cannot be put back into: units of a file with errors would be taken for missing ones.
  const folders = new Set(plan.units.map(({folder}) => folder))
  const errors = messages
    .filter(isError)
    .filter(({file = ''}) => folders.has(file.slice(0, file.lastIndexOf('/'))))
  if (errors.length > 0) {
    const {color, width} = terminal
    terminal.err(terminalReport(causesLast(grouped(errors, texts)), {texts, color, width, isAll: true}))
    terminal.err(printed('Nothing was written. Correct the sources first.\n'))
    return 1
  }
  if (plan.units.length > 0) {
    const own = dossier.translations.filter(({folder}) => folders.has(folder))
    // A document that is not made as the facts stand is looked at with all others.
    const made = new Set(dossier.documents.map((plan) => plan.path))
    const printing = own.flatMap((translation) => translation.documents.map((plan) => plan.path))
    const documents = [...new Set(printing)].filter((one) => made.has(one))
    const worse = await errorsAfter(root, plan, documents)
    if (worse.length > 0) return refuse(worse, terminal)
  }
  if (!isDry) await writeImported(root, plan.files)
  const many = isConfirming && !isDry ? await confirm(root, plan) : 0
  say(plan, {isDry, confirmed: many}, terminal)
  return 0
}

function refuse(refusals: readonly Refusal[], terminal: Terminal): number {
  const lines = refusals.map(({file, line, unit, reason}) => {
    const about = unit === undefined ? '' : `unit ${quote(unit)}: `
    return `${printable(`${file}:${line}: ${about}${reason}`)}\n`
  })
  terminal.err(printed(lines.join('')))
  terminal.err(
    printed(`${count(refusals.length, 'unit or file', 'units or files')} refused. Nothing was written.\n`),
  )
  return 1
}

/** Confirms exactly what came back, in the ledgers as the sources are now. */
async function confirm(root: string, plan: ImportPlan): Promise<number> {
  const {dossier} = await resolveContent({root})
  const written: string[] = []
  for (const {translation, units} of plan.confirmed) {
    const own = dossier.translations.find(
      ({folder, language}) => folder === translation.folder && language === translation.language,
    )
    if (!own) continue
    const states = new Map(units.map(({key, state}) => [key, state]))
    const result = confirmed(own, {
      units: [...states.keys()],
      state: (key) => states.get(key) ?? 'draft',
      onlySmall: false,
    })
    await replaceFile(root, own.ledgerPath, new TextEncoder().encode(result.text))
    written.push(own.ledgerPath)
  }
  await flushFolders(root, written)
  return plan.confirmed.reduce((sum, {units}) => sum + units.length, 0)
}

// A longer list nobody reads.
const mostShown = 50

function say(
  plan: ImportPlan,
  {isDry, confirmed: many}: {isDry: boolean; confirmed: number},
  terminal: Terminal,
): void {
  const {units, files, same, unchanged, untouched} = plan
  const equal = units.filter(({isSame}) => isSame)
  const warned = [
    ...same.map((unit) => `${place(unit)} still has the words of the original: it was left alone.`),
    ...equal.map((unit) => `${place(unit)} has the same words as the original.`),
  ]
  terminal.err(
    printed(
      shortened(warned)
        .map((line) => `${printable(line)}\n`)
        .join(''),
    ),
  )
  const lines = [
    ...(isDry ? shortened(units.flatMap(shownChange)) : []),
    ...files.map(({path}) => {
      const own = units.filter((unit) => unit.path === path)
      const added = own.filter(({before}) => before === undefined).length
      return `${path}: ${count(own.length - added, 'unit')} changed, ${added} added.`
    }),
    `${count(units.length, 'unit')} ${isDry ? 'would be ' : ''}written, ${unchanged} unchanged, ${untouched + same.length} not translated${many > 0 ? `, ${many} confirmed` : ''}.`,
  ]
  if (isDry) lines.push('Nothing was written: this was a dry run.')
  else if (units.length > 0) lines.push(`Next: look at “git diff”, then type “${asTyped('check')}”.`)
  terminal.out(printed(lines.map((line) => `${printable(line)}\n`).join('')))
}

function place({file, line, key}: {file: string; line: number; key: string}): string {
  return `${file}:${line}: unit ${quote(key)}`
}

function shownChange({path, key, before, words}: ImportedUnit): string[] {
  return [`${path} ${key}`, ...(before === undefined ? [] : [`  - ${before}`]), `  + ${words}`]
}

function shortened(lines: readonly string[]): string[] {
  const left = lines.length - mostShown
  return left > 0 ? [...lines.slice(0, mostShown), `… and ${left} lines more`] : [...lines]
}
