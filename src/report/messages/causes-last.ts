import type {VFileMessage} from 'vfile-message'
import {isError} from '../../message/index.ts'

// Files that more and more is made from: the facts of a subject, the agendas, texts that are quoted, what all documents share, templates.
const shared = [/^documents\/(?:decisions|agendas|texts)\//, /^documents\/[^/]+$/, /^templates\//]

/**
 * Messages in the order of a screen, whose end is what is seen when a command has ended: warnings, then errors, and last
 * of them those in files that most is made from, since others may follow from them. Else they stay in their order.
 */
export function causesLast(messages: readonly VFileMessage[]): VFileMessage[] {
  const rank = (message: VFileMessage): number =>
    isError(message) ? 1 + shared.findIndex((files) => files.test(message.file ?? '')) : -1
  return [...messages].sort((a, b) => rank(a) - rank(b))
}
