import {sortsWith} from './facts/index.ts'
import type {Templates} from './template-types.ts'
import type {Subject} from './types.ts'

/** ISO dates on which something of a subject became known. */
export function datesOf(subject: Subject, {facts}: Pick<Templates, 'facts'>): string[] {
  return sortsWith(facts).flatMap((sort) => sort.datesIn(subject))
}
