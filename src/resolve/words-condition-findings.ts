import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import {conditionLine, conditionsOf, isConditional, visit} from '../tree/index.ts'
import {conditionFault} from './conditions.ts'
import {addSubject, isNamed} from './no-subject.ts'
import type {Subject} from './types.ts'
import {conditionsOfWords} from './words-conditions.ts'

/**
 * Words under a condition on a fact that there is not, or in a document that has no facts: an error at each line. Words
 * that nobody asked for are left alone.
 *
 * @param source  a file of the document
 * @param subject  whose facts it tells
 * @param subjects  ids of those that there are
 */
export function wordsConditionFindings(
  source: MarkdownSource,
  subject: Subject,
  subjects: Iterable<string>,
): VFileMessage[] {
  const found: VFileMessage[] = []
  const {path} = source
  if (source.isUnasked) return found
  visit(source.tree, 'containerDirective', (node) => {
    if (!isConditional(node)) return
    const place = node.position
    if (!isNamed(subject) && conditionsOf(node).some((condition) => !conditionsOfWords.includes(condition))) {
      const reason = `${quote(conditionLine(node))} asks for facts of a subject, and this document names none. ${addSubject(subjects)}, or delete this line and the “:::” that closes it.`
      found.push(error(reason, {path, ruleId: 'subject-missing', place}))
      return
    }
    const fault = conditionFault(conditionsOf(node), subject, conditionsOfWords)
    if (fault) found.push(error(fault.reason, {path, ruleId: 'unknown-condition', place}))
  })
  return found
}
