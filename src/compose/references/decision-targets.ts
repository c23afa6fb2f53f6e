import {choices, quote} from '../../message/index.ts'
import {provisionPaths, provisionReferences, type Subject} from '../../resolve/index.ts'
import type {CrossReference} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {decisionLabel} from '../decision-label.ts'
import {withoutSubject} from '../without-subject.ts'
import type {Target} from './target.ts'
import type {Units} from './unit-targets.ts'

/**
 * A decision or a provision: where the document quotes it, in the quotation, elsewhere by its label alone.
 *
 * @param name  `secretariat`, `secretariat.report`, with `<subject>/` before it where it is one of another subject
 * @param units  of the document
 * @returns undefined where there is none
 */
export function decisionTarget(context: Context, name: string, units: Units): Target | undefined {
  const {subject, reference, id, provision, isProposed} = parsed(context, name)
  const decisions = subject?.facts.decisions.value.decisions ?? []
  const decision = decisions.find((candidate) => candidate.id === id)
  const paths = provisionPaths(decision?.provisions)
  const path = provision ? paths.get(provision) : []
  if (!subject || !decision || !path) return undefined
  // As the lists of decisions name their units.
  const unit = `decision-${subject === context.subject ? '' : `${subject.id}-`}${reference}`
  const rows = [...path.keys()].map((depth) => `${subject.id}/${id} ${path.slice(0, depth).join('.')}`)
  return {
    kind: isProposed ? 'draft-decision' : 'decision',
    chain: [
      decision,
      ...path.map((_place, depth) => `${subject.id}/${id} ${path.slice(0, depth + 1).join('.')}`),
    ],
    row: rows.at(-1) ?? subject,
    place: path.at(-1) ?? decisions.indexOf(decision),
    label: (from) => {
      context.named.decisions.add(`${subject.id}/${id}`)
      const node: CrossReference = units.targets.has(unit)
        ? {type: 'crossReference', target: unit}
        : {
            type: 'crossReference',
            elsewhere: {
              literal: decisionLabel(context, subject, decision, isProposed ? 'draft' : undefined),
              path,
            },
          }
      return [from === 0 ? node : {...node, from}]
    },
  }
}

interface Parsed {
  subject: Subject | undefined
  /** Without the subject. */
  reference: string
  /** Of the decision. */
  id: string
  provision: string | undefined
  isProposed: boolean
}

function parsed({proposed, dossier, subject}: Context, name: string): Parsed {
  const [, other, reference = ''] = /^(?:(.+)\/)?(.*)$/.exec(name) ?? []
  const [id = '', provision] = reference.split('.')
  const isProposed = proposed !== undefined && proposed.id === other
  return {
    subject: isProposed ? proposed : other ? dossier.subjects.get(other) : subject,
    reference,
    id,
    provision,
    isProposed,
  }
}

/** That there is no such decision, and what to write instead. */
export function noDecision(context: Context, name: string): string {
  const [, other] = /^(.+)\//.exec(name) ?? []
  const none = other ? undefined : withoutSubject(context, quote(`:decision[${name}]`))
  if (none !== undefined) return none
  const others = [context.proposed, other ? context.dossier.subjects.get(other) : undefined]
  const known = [
    ...provisionReferences(context.subject),
    ...others.flatMap((subject) =>
      subject ? [...provisionReferences(subject)].map((own) => `${subject.id}/${own}`) : [],
    ),
  ]
  return `There is no decision or provision ${quote(name)}. Write ${choices(name, known)}.`
}
