import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {symbolsOf} from './symbols.ts'
import type {Templates} from './template-types.ts'
import type {DocumentPlan} from './types.ts'

/**
 * What tells the symbols of a document from those of others, whatever its kind is called: one for each meeting that it
 * is submitted to.
 *
 * @returns none where no number is assigned
 */
export function symbolKeys(plan: DocumentPlan, {phrases}: Pick<Templates, 'phrases'>): string[] {
  const {kind, meeting, yaml} = plan
  const {symbol} = yaml.value
  if (!symbol || symbol.number === null) return []
  const revision = symbol.revision === null ? '' : ` (Rev. ${symbol.revision})`
  const words = kind['symbol-phrase']
  if (words === undefined) return symbolsOf(plan, symbol.number).map((own) => `${own}${revision}`)
  const [first] = [...phrases.values()]
  const isOfMeeting = first?.value[words]?.includes('{meeting}') ?? true
  return [[words, isOfMeeting ? meeting.code : '', symbol.number, revision].join('\n')]
}

/** Two documents that print one symbol: a reader could not tell them apart. */
export function sameSymbols(documents: readonly DocumentPlan[], templates: Templates): VFileMessage[] {
  const first = new Map<string, DocumentPlan>()
  return documents.flatMap((document) => {
    const keys = symbolKeys(document, templates)
    const taken = keys.find((key) => first.has(key))
    const other = taken === undefined ? undefined : first.get(taken)
    for (const key of keys) if (!first.has(key)) first.set(key, document)
    return other && taken !== undefined ? [twice(document, other, taken)] : []
  })
}

function twice(document: DocumentPlan, other: DocumentPlan, symbol: string): VFileMessage {
  const at = ['symbol', 'number']
  const what = document.kind.symbol
    ? `The symbol ${quote(symbol)}`
    : `The number ${quote(document.yaml.value.symbol?.number ?? '')}`
  const isOther = document.kind.symbol !== undefined && !sharesMeeting(document, other)
  const remedy = isOther
    ? 'The two are of different meetings, so that the form of the symbol does not name the meeting: put {meeting} or {ordinal} into it (“symbol” of their kind in templates/kinds/, “symbols” of their period in templates/profiles/)'
    : 'Give one of the two documents another number, or a revision'
  return error(`${what} is already that of ${other.path}. ${remedy}.`, {
    path: document.yaml.path,
    ruleId: 'symbol-twice',
    place: document.yaml.data.locate(at),
    other: {path: other.yaml.path, place: other.yaml.data.locate(at)},
  })
}

function sharesMeeting(one: DocumentPlan, other: DocumentPlan): boolean {
  const codes = one.meeting.code.split('/')
  return other.meeting.code.split('/').some((code) => codes.includes(code))
}
