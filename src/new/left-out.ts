import type {VFileMessage} from 'vfile-message'

/** Names of the blocks that a new document begins without, each with the reason in a sentence. */
export type LeftOut = Map<string, string>

/** What messages about facts that are not there end with. */
const remedy =
  /(?:(?: Add it(?: there)?)?, or (?:delete this line|take the fact out of the sentence)| Add the fact, or correct one of the dates)\.$/

/**
 * What of a new document cannot be printed, for the subject lacks the facts.
 *
 * @param errors  those of a trial
 * @param texts  the files of the trial by path: every block is one line of them, which ends with its id or begins with “::”
 * @param leftOut  what is left out already; what refers to that goes as well
 * @returns blocks that are to be left out too, and errors about anything else
 */
export function lackingFacts(
  errors: readonly VFileMessage[],
  texts: ReadonlyMap<string, string>,
  leftOut: LeftOut,
): {blocks: LeftOut; rest: VFileMessage[]} {
  const blocks: LeftOut = new Map()
  const rest: VFileMessage[] = []
  const [before] = leftOut.values()
  for (const message of errors) {
    const {file = '', line = 1, reason, ruleId} = message
    const cause = remedy.test(reason) ? sentence(reason) : ruleId === 'unknown-reference' ? before : undefined
    const name = nameAt(texts.get(file)?.split('\n')[line - 1] ?? '')
    if (cause === undefined || name === undefined) rest.push(message)
    else blocks.set(name, cause)
  }
  return {blocks, rest}
}

function sentence(reason: string): string {
  return reason
    .replace(remedy, '')
    .replace(/, which says what “[^”]*” is/, '')
    .replace(/\.$/, '')
}

function nameAt(line: string): string | undefined {
  return /^::(.+)$/.exec(line)?.[1] ?? / \^([a-z0-9-]+)$/.exec(line)?.[1]
}
