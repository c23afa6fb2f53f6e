import {quote} from '../message/index.ts'
import {type DocumentPlan, hasNumber, meetingsOf, profileOf, symbolForm, symbolsOf} from '../resolve/index.ts'
import {toText} from '../tree/index.ts'
import type {Context} from './context.ts'
import {dateNodes} from './dates.ts'
import {noteExample} from './examples.ts'
import {plainPhrase} from './phrases.ts'

/**
 * Symbol of a document: `SC58 Doc. 24 (Rev. 1)`; XX where no number is assigned. Kinds without numbers have words.
 *
 * @param context  of the document that prints it
 * @param plan  the document it belongs to
 */
export function symbolOf(context: Context, plan: DocumentPlan): string {
  const {kind, meeting, yaml} = plan
  const words = kind['symbol-phrase']
  const bare = words
    ? plainPhrase(context, words, {
        meeting: meeting.code,
        number: hasNumber(kind) ? documentNumber(context, plan) : '',
        date: dateNodes(context, plan.asOf)
          .map((node) => toText(node))
          .join(''),
      })
    : numberedSymbol(context, plan)
  const revision = yaml.value.symbol?.revision ?? null
  if (revision === null) return bare
  return `${bare}\u00a0${plainPhrase(context, 'revision', {revision: String(revision)})}`
}

function numberedSymbol(context: Context, plan: DocumentPlan): string {
  const {yaml} = plan
  const symbols = symbolsOf(plan, documentNumber(context, plan))
  if (isSymbolExample(plan))
    noteExample(context, {
      path: yaml.path,
      place: yaml.data.locate(['meeting']),
      what: `The form of the symbol ${quote(symbols.join('/'))} is an example.`,
      remedy: `Once confirmed, write “example: false” at this form under “symbols” of templates/profiles/${profileOf(plan)}.yaml, or build without --final.`,
    })
  // A symbol is never parted by the end of a line, whichever spaces its kind has. House style, 3.
  return symbols.join('/').replaceAll(' ', '\u00a0')
}

/** Whether the way in which the period writes such a symbol is not confirmed. */
export function isSymbolExample(plan: DocumentPlan): boolean {
  return meetingsOf(plan.meeting).some((meeting) => symbolForm(plan, meeting)?.isExample)
}

/** Number of a document, which is that of its item of the agenda; XX where none is assigned. */
export function documentNumber(context: Context, {yaml, kind}: DocumentPlan): string {
  const number = yaml.value.symbol?.number ?? null
  if (number !== null || !hasNumber(kind)) return number ?? plainPhrase(context, 'unassigned')
  context.unconfirmed.push({
    kind: 'unassigned',
    path: yaml.path,
    place: yaml.data.locate(['symbol', 'number']),
    what: 'The number of the document is not assigned. Write it at “number”.',
  })
  return plainPhrase(context, 'unassigned')
}
