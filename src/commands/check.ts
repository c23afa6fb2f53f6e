import type {VFileMessage} from 'vfile-message'
import {UsageError} from '../failure/index.ts'
import {checkEach} from '../looking/index.ts'
import {addAll, asTyped, isError, printed, quote, sortMessages} from '../message/index.ts'
import {readRulePages} from '../package-files.ts'
import {
  causesLast,
  count,
  countMessages,
  grouped,
  hintsLeft,
  isMendable,
  messageFormats,
  rulePages,
  switchedOffCount,
  terminalReport,
} from '../report/index.ts'
import type {Translation} from '../resolve/index.ts'
import {contentHelp, contentOptions, parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `check --help` prints. */
export const help = `cites-docs check [document…]   looks at the sources and writes nothing

  --fix             put an id at the end of every paragraph, heading and item that has none; mend spaces, dashes and
                    punctuation where nothing has to be decided; make tables of rows with tabs in :::table; join
                    ledgers of translations in which git left two versions
  --all             list also the warnings that --fix mends, which are only counted otherwise
  --format F        messages for another program instead: json, sarif, github or junit
  --since R         also say which translations were confirmed since a revision of git, such as origin/main, without a
                    change of their words
  --max-warnings N  end with status 1 where there are more warnings than that
${contentHelp}`

/**
 * @param args  what stands after `check`
 * @returns exit status: 0 no error, 1 the sources have errors
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    ...contentOptions,
    fix: {type: 'boolean'},
    format: {type: 'string'},
    all: {type: 'boolean'},
    since: {type: 'string'},
    'max-warnings': {type: 'string'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const format = formatOf(values.format)
  const mostWarnings = mostWarningsOf(values['max-warnings'])
  const root = rootOf(values.root)
  if (values.fix) {
    const {fixLedgers, fixPastedTables, fixSoftHyphens, fixUnitIds, fixWords} = await import(
      '../fix/index.ts'
    )
    const {withLock} = await import('../write/index.ts')
    const say = format ? terminal.err : terminal.out
    await withLock(root, async () => {
      for (const path of await fixLedgers(root, positionals))
        say(printed(`${path}: two versions of this ledger joined; what is not confirmed now is told.\n`))
      for (const {path, mended} of await fixSoftHyphens(root, positionals))
        say(printed(`${path}: ${count(mended, 'soft hyphen')} taken out.\n`))
      for (const {path, tables} of await fixPastedTables(root, positionals))
        say(printed(`${path}: ${count(tables, 'table')} made of rows with tabs.\n`))
      for (const {path, added} of await fixUnitIds(root, positionals))
        say(printed(`${path}: ${count(added, 'id')} put in.\n`))
      for (const {path, mended} of await fixWords(root, positionals))
        say(printed(`${path}: ${count(mended, 'place')} mended.\n`))
    })
  }
  // Another program that reads the messages wants nothing else.
  const progress = (text: string): void => (format ? undefined : terminal.progress(printed(text)))
  progress('reading the sources')
  const translations: Translation[] = []
  const {dossier, documents, hints, switchedOff, texts, ...checked} = await checkEach(
    {
      root,
      documents: positionals,
      languages: values.language,
      final: values.final,
      onDocument: (path) => progress(`checking ${path}`),
    },
    {
      begin: (begun) => addAll(translations, begun.translations),
      take: (document) => {
        if (values.since) addAll(translations, document.translations)
      },
    },
  )
  const messages = values.since
    ? sortMessages([...checked.messages, ...(await confirmedSince(values.since, root, translations))])
    : checked.messages
  progress('')
  const told = grouped(messages, texts)
  const shown = count(new Set(documents.map((document) => document.path)).size, 'document')
  const summary = printed(
    `${shown} checked: ${countMessages(told)}.${hintsLeft(hints)}${switchedOffCount(switchedOff)}\n`,
  )
  if (format) {
    terminal.out(format(told, documents, rulePages(await readRulePages())))
    terminal.err(summary)
  } else {
    // After a mend what is left is listed: it was not mended.
    const isAll = values.all === true || values.fix === true
    const {color, width} = terminal
    terminal.err(terminalReport(causesLast(told), {texts, color, width, isAll}))
    terminal.out(summary)
    const listed = isAll ? told : told.filter((message) => !isMendable(message))
    const first = listed.find(isError) ?? listed[0]
    if (first) terminal.err(printed(`To see why: ${asTyped('explain', first.ruleId)}\n`))
  }
  const warnings = told.filter((message) => !isError(message)).length
  if (warnings > mostWarnings)
    terminal.err(printed(`There are more than ${count(mostWarnings, 'warning')}: see --max-warnings.\n`))
  return messages.some(isError) || warnings > mostWarnings ? 1 : 0
}

/** Loaded only where it is asked for: it starts git. */
async function confirmedSince(
  since: string,
  root: string,
  translations: readonly Translation[],
): Promise<VFileMessage[]> {
  const {ledgersSince, revisionOf} = await import('../since/index.ts')
  return ledgersSince(await revisionOf(root, since), translations)
}

function formatOf(name: string | undefined): ReturnType<typeof messageFormats.get> {
  if (name === undefined) return undefined
  const format = messageFormats.get(name)
  if (!format)
    throw new UsageError(
      `There is no format ${quote(name)}. Write one of: ${[...messageFormats.keys()].join(', ')}.`,
    )
  return format
}

function mostWarningsOf(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,6}$/.test(given))
    throw new UsageError(
      `${quote(given)} is no number of warnings. Write digits, such as “--max-warnings 0”.`,
    )
  return Number(given)
}
