import type {VFileMessage} from 'vfile-message'
import type {Pointer, YamlSource} from '../load/index.ts'
import {compare, error, quote} from '../message/index.ts'
import {digestName, digestOf} from './digest.ts'
import type {Ledger, LedgerEntry} from './types.ts'

/** The first line of a ledger: how its digests are made, and between which languages it stands. */
export interface LedgerHead {
  ledger: typeof digestName
  original: string
  language: string
}

/** Name of the ledger of a language, in the folder of the words. */
export function ledgerName(language: string): string {
  return `translation.${language}.jsonl`
}

/**
 * The entries of a ledger whose lines have the form of their schema, and what is wrong with them: a unit that stands there
 * twice or in the wrong place, a digest that is not that of the words beside it, or another pair of languages.
 *
 * @param source  of the ledger, as `validate` gives it
 * @param expected  the languages that it is to stand between
 */
export function ledgerOf(source: YamlSource, expected: Between): ReadLedger {
  const {original, language} = expected
  const known = read.get(source)
  if (known?.between === `${original} ${language}`) return known.ledger
  const ledger = readLedger(source, expected)
  read.set(source, {between: `${original} ${language}`, ledger})
  return ledger
}

type Between = Pick<LedgerHead, 'original' | 'language'>

/** A ledger, and what is wrong with it: with errors it is empty. */
export interface ReadLedger {
  ledger: Ledger
  messages: VFileMessage[]
}

// Its digests are computed once for each source.
const read = new WeakMap<YamlSource, {between: string; ledger: ReadLedger}>()

function readLedger({path, data}: YamlSource, expected: Between): ReadLedger {
  const {head, lines} = data.value as {head: LedgerHead; lines: LedgerEntry[]}
  const messages: VFileMessage[] = []
  const ledger = new Map<string, LedgerEntry>()
  const report = (pointer: Pointer, reason: string): void => {
    messages.push(error(reason, {path, ruleId: 'translation-ledger', place: data.locate(pointer)}))
  }
  if (head.original !== expected.original || head.language !== expected.language)
    report(
      ['head'],
      `This ledger is of translations from ${quote(head.original)} to ${quote(head.language)}, and here they are from ${quote(expected.original)} to ${quote(expected.language)}. ${restore}`,
    )
  for (const [index, entry] of lines.entries()) {
    const before = lines[index - 1]
    if (before && compare(before.unit, entry.unit) >= 0)
      report(
        ['lines', index],
        before.unit === entry.unit
          ? `The unit ${quote(entry.unit)} stands here twice. ${restore}`
          : `The unit ${quote(entry.unit)} stands behind ${quote(before.unit)}, and a ledger is sorted. ${restore}`,
      )
    else if (digestOf(entry.source) !== entry.digest)
      report(
        ['lines', index],
        `The digest of the unit ${quote(entry.unit)} is not that of its source. ${restore}`,
      )
    ledger.set(entry.unit, entry)
  }
  return {ledger: messages.length > 0 ? new Map() : ledger, messages}
}

const restore =
  'Ledgers are written by “translate confirm” and not by hand: take the file as it was from git, or delete it and confirm anew.'

/** A ledger as it is written: its head, then a unit a line in the order of their keys. */
export function writeLedger(head: Omit<LedgerHead, 'ledger'>, ledger: Ledger): string {
  const entries = [...ledger.values()].sort((a, b) => compare(a.unit, b.unit))
  const {original, language} = head
  const lines = [
    JSON.stringify({ledger: digestName, original, language}),
    // The keys in one order, wherever an entry comes from.
    ...entries.map(({unit, state, source, digest, translation}) =>
      JSON.stringify({unit, state, digest, translation, source}),
    ),
  ]
  return `${lines.join('\n')}\n`
}
