import {quote} from '../message/index.ts'
import type {DecisionRecord, ProvisionRecord, Subject} from '../resolve/index.ts'
import type {Decision, InlineNode, LeadParagraph, Provision, ProvisionList} from '../tree/index.ts'
import {type Context, reportMissing} from './context.ts'
import {exampleSign, noteExample} from './examples.ts'
import {plainPhrase, wordsAt} from './phrases.ts'

/**
 * The label of a decision as this kind of document prints it: the draft's `14.XX`, or the adopted number.
 * Where no number is confirmed the draft label stands in; an example carries its sign.
 *
 * @param which  the label that is wanted; the kind's where left out
 */
export function decisionLabel(
  context: Context,
  subject: Subject,
  decision: DecisionRecord,
  which = context.decisionLabel,
): string {
  const index = subject.facts.decisions.value.decisions.indexOf(decision)
  const where = {
    path: subject.facts.decisions.path,
    place: subject.facts.decisions.data.locate(['decisions', index, 'labels', 'adopted']),
  }
  const {draft, adopted, example} = decision.labels
  if (which === 'draft') {
    context.unconfirmed.push({
      kind: 'draft-label',
      ...where,
      what: 'The decision has only its draft label. Write its number at “adopted”.',
    })
    return draft
  }
  if (adopted === null) {
    context.unconfirmed.push({
      kind: 'unassigned',
      ...where,
      what: 'The decision has no number yet. Write it at “adopted”.',
    })
    return draft
  }
  if (!example) return adopted
  noteExample(context, {...where, what: 'The number of the decision is an example.'})
  return adopted + exampleSign
}

/**
 * A decision in the document's language, with its letters.
 *
 * @param unit  id of the quotation in the document; provisions are `<unit>.<provision>`
 * @param options  whether it stands inside a numbered paragraph, and which label it has
 */
export function decisionNode(
  context: Context,
  subject: Subject,
  decision: DecisionRecord,
  unit: string,
  options: {isQuoted: boolean; label?: 'draft' | 'adopted'},
): Decision {
  // Not the unit alone: an author's own id would meet the sequence of a part.
  const sequence = `decision:${unit}`
  const sequenceKind = options.isQuoted ? 'quoted-decision' : 'decision'
  const words = subject.words.decisions.get(context.language.code)
  const path = words?.path ?? `documents/decisions/${subject.id}/decisions.${context.language.code}.yaml`
  const own = words?.value.decisions[decision.id]
  const place = words?.data.locate(['decisions', decision.id], 'key')
  if (!own) {
    reportMissing(
      context,
      words ? path : context.home.path,
      words
        ? words.data.locate(['decisions'], 'key')
        : context.home.data.locate(['languages', context.language.code]),
      'words-missing',
      `The words of the decision ${quote(decision.id)} are missing in ${context.language.name}. Add them to decisions.${context.language.code}.yaml.`,
    )
  }
  const lead = (text: string | undefined, name: string, pointer: string[]): LeadParagraph => ({
    type: 'leadParagraph',
    children: words && text !== undefined ? wordsAt(context, words, pointer, text) : missing(context, name),
  })
  const list = (provisions: readonly ProvisionRecord[], level: number): ProvisionList => ({
    type: 'provisionList',
    children: provisions.map((provision): Provision => {
      const text = own?.provisions?.[provision.id]
      if (own && text === undefined) {
        reportMissing(
          context,
          path,
          place,
          'words-missing',
          `The provision ${quote(provision.id)} is missing in ${context.language.name}. Add “${provision.id}: …” under “provisions”.`,
        )
      }
      const children: Provision['children'] = [
        lead(text, provision.id, ['decisions', decision.id, 'provisions', provision.id]),
      ]
      if (provision.provisions) children.push(list(provision.provisions, level + 1))
      return {type: 'provision', unit: `${unit}.${provision.id}`, sequence, sequenceKind, level, children}
    }),
  })
  const children: Decision['children'] = [lead(own?.text, decision.id, ['decisions', decision.id, 'text'])]
  if (decision.provisions) children.push(list(decision.provisions, 1))
  return {
    type: 'decision',
    unit,
    file: path,
    sequence,
    sequenceKind,
    level: 0,
    literal: decisionLabel(context, subject, decision, options.label),
    children,
  }
}

/** The visible mark where words are missing. */
export function missing(context: Context, unit: string): InlineNode[] {
  return [{type: 'missingMark', children: [{type: 'text', value: plainPhrase(context, 'missing', {unit})}]}]
}
