import type {VFileMessage} from 'vfile-message'

const messagesPerFile = 100
const messagesInAll = 500

/** The messages that are shown, in their order, and how many are not: a thousand lines help nobody. */
export function capped(messages: readonly VFileMessage[]): {shown: VFileMessage[]; left: number} {
  const shown: VFileMessage[] = []
  const perFile = new Map<string, number>()
  for (const message of messages) {
    const file = message.file ?? ''
    const count = (perFile.get(file) ?? 0) + 1
    perFile.set(file, count)
    if (count <= messagesPerFile && shown.length < messagesInAll) shown.push(message)
  }
  return {shown, left: messages.length - shown.length}
}
