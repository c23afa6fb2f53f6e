import type {DocumentPlan} from '../resolve/index.ts'
import type {Context} from './context.ts'
import {plainPhrase} from './phrases.ts'

/**
 * Symbol of a document: `SC58 Doc. 24 (Rev. 1)`; XX where no number is assigned.
 *
 * @param context  of the document that prints it
 * @param plan  the document it belongs to
 */
export function symbolOf(context: Context, plan: DocumentPlan): string {
  const {symbol, committee} = plan.fact.value
  if (symbol.number === null) {
    context.unconfirmed.push({
      kind: 'unassigned',
      path: plan.fact.path,
      place: plan.fact.data.locate(['symbol', 'number']),
      what: 'The number of the document is not assigned. Write it at “number”.',
    })
  }
  const values = new Map([
    ['meeting', plan.meeting.code],
    ['number', symbol.number ?? plainPhrase(context, 'unassigned')],
    ['committee', committee ?? ''],
  ])
  const bare = plan.kind.symbol.replace(/\{([a-z]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
  if (symbol.revision === null) return bare
  return `${bare}\u00a0${plainPhrase(context, 'revision', {revision: String(symbol.revision)})}`
}
