import type {Subject} from '../../resolve/index.ts'
import type {Context} from '../context.ts'
import {withoutSubject} from '../without-subject.ts'
import type {Refusal} from './fact-table.ts'

/** There is no file of the facts that a table prints, or the document names no subject that could have one. */
export function noFile(context: Context, sort: string, subject: Subject = context.subject): Refusal {
  const none = subject === context.subject ? withoutSubject(context, 'This line') : undefined
  return {
    ruleId: 'facts-missing',
    reason:
      none ?? `There is no ${sort}.yaml in documents/decisions/${subject.id}/. Add it, or delete this line.`,
  }
}

/** The file of the facts does not hold what a table prints. */
export function lacking(subject: Subject, sort: string, key: string): Refusal {
  return {
    ruleId: 'facts-missing',
    reason: `documents/decisions/${subject.id}/${sort}.yaml has no “${key}:”. Add it there, or delete this line.`,
  }
}

/** Facts are known only after the day whose facts are told. */
export function knownLater({asOf}: Context, sort: string, from: string): Refusal {
  return {
    ruleId: 'facts-later',
    reason: `What ${sort}.yaml says is known only from ${from} on, and the document states the facts of ${asOf}. Correct one of the dates, or delete this line.`,
  }
}
