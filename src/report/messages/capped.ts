import type {VFileMessage} from 'vfile-message'
import {isError} from '../../message/index.ts'

const messagesPerFile = 100
const messagesInAll = 500

/**
 * The messages that are shown, in their order, and how many are not: a thousand lines help nobody. No warning takes the
 * place of an error.
 */
export function capped(messages: readonly VFileMessage[]): {shown: VFileMessage[]; left: number} {
  const kept = new Set<VFileMessage>()
  const perFile = new Map<string, number>()
  const errorsFirst = [...messages.filter(isError), ...messages.filter((message) => !isError(message))]
  for (const message of errorsFirst) {
    const file = message.file ?? ''
    const count = (perFile.get(file) ?? 0) + 1
    perFile.set(file, count)
    if (count <= messagesPerFile && kept.size < messagesInAll) kept.add(message)
  }
  return {shown: messages.filter((message) => kept.has(message)), left: messages.length - kept.size}
}
