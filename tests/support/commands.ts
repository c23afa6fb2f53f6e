import {createHash} from 'node:crypto'
import type {Questions, Terminal} from '../../src/commands/terminal.ts'
import {UsageError} from '../../src/failure/index.ts'
import {bytesOf} from './fixture-root.ts'

/** What a command printed, and how it ended: its status, or 2 with the words of wrong usage. */
export interface Ran {
  status: number
  out: string
  err: string
}

/**
 * Runs a command with a terminal of the test's.
 *
 * @param run  of a module of src/commands/
 * @param args  its arguments
 * @param answers  what somebody at the keyboard types, one after the other, and then leaves; nobody is there without
 * @param input  what comes through a pipe; nothing can without
 */
export async function ran(
  run: (args: string[], terminal: Terminal) => Promise<number>,
  args: readonly string[],
  answers?: readonly string[],
  input?: string,
): Promise<Ran> {
  const printed = {out: '', err: ''}
  const typed = [...(answers ?? [])]
  const questions = (): Questions => ({
    ask: async (question) => {
      printed.out += question
      const answer = typed.shift()
      printed.out += `${answer ?? ''}\n`
      return answer
    },
    close: () => undefined,
  })
  const terminal: Terminal = {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    progress: () => undefined,
    color: false,
    outColor: false,
    width: 80,
    questions: answers ? questions : undefined,
    input: input === undefined ? undefined : () => chunksOf(input),
  }
  try {
    return {status: await run([...args], terminal), ...printed}
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    return {status: 2, out: printed.out, err: cause.message}
  }
}

/** A text in pieces, as a pipe gives it; an accented letter may be cut in two. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7)
}

/** A digest of every file of a folder, so that a test sees that nothing changed. */
export async function digestOfFolder(folder: string): Promise<string> {
  const files = [...(await bytesOf(folder))].sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(files)).digest('hex')
}
