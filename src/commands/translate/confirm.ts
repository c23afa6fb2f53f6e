import {resolveContent} from '../../content.ts'
import {UsageError} from '../../failure/index.ts'
import {compare, isError, printed, quote, sortMessages} from '../../message/index.ts'
import {causesLast, count, grouped, terminalReport} from '../../report/index.ts'
import type {Translation} from '../../resolve/index.ts'
import {type Confirmed, confirmed, folderName, selected} from '../../translate/index.ts'
import type {TranslationState} from '../../translation/index.ts'
import {flushFolders, replaceFile, withLock} from '../../write/index.ts'
import {parse, rootOf} from '../options.ts'
import type {Terminal} from '../terminal.ts'

/** What `translate confirm --help` prints. */
export const help = `cites-docs translate confirm <document…>   says that its translations are right as they stand now
cites-docs translate confirm --all         says so of everything

Each unit whose original or translation was changed since, or that nobody has confirmed yet, is written into the ledger
beside the words (translation.fr.jsonl). From then on a change of the original is told as stale.

  --to L         only translations into this language, such as fr; may be repeated
  --unit ID      only this unit, by its id (late-replies) or its whole name (body#late-replies); may be repeated
  --small        only units of which no word changed, only punctuation, capitals or marks
  --state S      how far they are: draft, reviewed or final (default: reviewed)
  --all          every document, and the words beside facts
  --root DIR     folder that holds documents/ (default: here)
  -h, --help     this text
`

const states: readonly string[] = ['draft', 'reviewed', 'final'] satisfies TranslationState[]

/**
 * @param args  what stands after `translate confirm`
 * @returns exit status: 0 confirmed, 1 the sources have errors
 * @throws UsageError  where nothing is named, or something that is not there
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    to: {type: 'string', multiple: true},
    unit: {type: 'string', multiple: true},
    small: {type: 'boolean'},
    state: {type: 'string'},
    all: {type: 'boolean'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  if (positionals.length === 0 && !values.all)
    throw new UsageError('Name a document, such as sc58/internet-trade, or write --all for everything.')
  if (positionals.length > 0 && values.all) throw new UsageError('Name documents, or write --all; not both.')
  const state = stateOf(values.state)
  const root = rootOf(values.root)
  return withLock(root, async () => {
    const {dossier, messages, texts} = await resolveContent({root})
    const asked = selected(dossier, {folders: positionals, languages: values.to})
    // What cannot be read cannot be confirmed: units of a file with errors would be taken for missing ones.
    const errors = sortMessages(messages.filter(isError)).filter(({file = ''}) =>
      asked.some(({folder}) => file.slice(0, file.lastIndexOf('/')) === folder),
    )
    if (errors.length > 0) {
      const {color, width} = terminal
      terminal.err(terminalReport(causesLast(grouped(errors, texts)), {texts, color, width, isAll: true}))
      terminal.err(printed('Nothing was confirmed.\n'))
      return 1
    }
    const made = asked.map((translation) => ({
      translation,
      result: confirmed(translation, {
        units: values.unit ?? [],
        state,
        onlySmall: values.small === true,
      }),
    }))
    refuseUnknown(made, values.unit ?? [])
    if (asked.some(({hasLedger}) => !hasLedger) && values.all) terminal.err(printed(warningOfFirst))
    const written: string[] = []
    for (const {translation, result} of made) {
      if (result.counts.size === 0 && result.dropped === 0) continue
      await replaceFile(root, translation.ledgerPath, new TextEncoder().encode(result.text))
      written.push(translation.ledgerPath)
      terminal.out(printed(`${told(translation, result)}\n`))
    }
    await flushFolders(root, written)
    if (written.length === 0) terminal.out(printed('Everything was confirmed before; nothing is written.\n'))
    return 0
  })
}

const warningOfFirst = `Nobody has compared these translations for you: from now on they count as right, and only what changes is told.
Read docs/translating.md before you commit this.
`

function stateOf(given = 'reviewed'): TranslationState {
  if (!states.includes(given))
    throw new UsageError(`There is no state ${quote(given)}. Write one of: ${states.join(', ')}.`)
  return given as TranslationState
}

/** Units that no language has, or that one that was asked for lacks. */
function refuseUnknown(
  made: readonly {translation: Translation; result: Confirmed}[],
  units: readonly string[],
): void {
  const unknown = units.find((name) => made.every(({result}) => result.unknown.includes(name)))
  if (unknown !== undefined)
    throw new UsageError(`There is no unit ${quote(unknown)} here. “translate status” names the units.`)
  for (const {translation, result} of made) {
    const [missing] = result.missing
    if (missing !== undefined)
      throw new UsageError(
        `The unit ${quote(missing)} has no translation into ${quote(translation.language)} that could be confirmed. Translate it first.`,
      )
  }
}

function told({folder, language}: Translation, {counts, dropped}: Confirmed): string {
  const all = [...counts].sort(([a], [b]) => compare(a, b))
  const parts = all.map(
    ([verdict, many]) =>
      `${many} ${verdict === 'current' ? 'again' : `that ${many === 1 ? 'was' : 'were'} ${verdict}`}`,
  )
  const total = all.reduce((sum, [, many]) => sum + many, 0)
  const gone =
    dropped > 0 ? `, ${count(dropped, 'unit')} dropped that ${dropped === 1 ? 'is' : 'are'} gone` : ''
  return `${folderName(folder)} (${language}): ${count(total, 'unit')} confirmed${parts.length > 0 ? ` (${parts.join(', ')})` : ''}${gone}.`
}
