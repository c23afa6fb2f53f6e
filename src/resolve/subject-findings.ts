import type {VFileMessage} from 'vfile-message'
import type {FactsDefinition, Surroundings} from './facts/define-facts.ts'
import type {Subject} from './types.ts'
import {wordsFindings} from './words-findings.ts'

/** Findings about the facts of a subject, sort by sort, and about their words. */
export function subjectFindings(
  subject: Subject,
  sorts: readonly FactsDefinition[],
  surroundings: Surroundings,
): VFileMessage[] {
  return [
    ...sorts.flatMap((sort) => sort.findingsIn(subject, surroundings)),
    ...wordsFindings(subject, sorts),
  ]
}
