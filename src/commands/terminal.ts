import {createInterface} from 'node:readline/promises'

/** Somebody at the keyboard. */
export interface Questions {
  /** What was typed after a question; undefined after Ctrl-C or Ctrl-D. */
  ask(question: string): Promise<string | undefined>
  /** Lets go of the keyboard, without which the command would not end. */
  close(): void
}

/** Where a command prints: passed in, so that a test can read it. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Replaces the progress line on a terminal; nothing elsewhere. */
  progress(text: string): void
  /** Whether messages may be in colour. */
  color: boolean
  /** Whether what goes to `out` may be in colour. */
  outColor: boolean
  /** How many characters a line of `out` holds. */
  width: number
  /** Begins to ask; undefined where nobody is at the keyboard. */
  questions?: (() => Questions) | undefined
}

const usualWidth = 80

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const {stdout, stderr, env} = process
  let width = 0
  // A reader that has seen enough (`… | head`) is no fault: the command goes on and ends as it would.
  for (const stream of [stdout, stderr])
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE') throw cause
    })
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress: (text) => {
      if (!stderr.isTTY) return
      stderr.write(`\r${text.padEnd(width)}${text === '' ? '\r' : ''}`)
      width = text.length
    },
    color: Boolean(stderr.isTTY) && !env.NO_COLOR,
    outColor: Boolean(stdout.isTTY) && !env.NO_COLOR,
    width: stdout.columns || usualWidth,
    questions: process.stdin.isTTY && stdout.isTTY ? askAtKeyboard : undefined,
  }
}

function askAtKeyboard(): Questions {
  const lines = createInterface({input: process.stdin, output: process.stdout})
  const left = new Promise<undefined>((resolve) => {
    lines.once('close', () => resolve(undefined))
    lines.once('SIGINT', () => lines.close())
  })
  return {
    ask: (question) => Promise.race([lines.question(question).catch(() => undefined), left]),
    close: () => lines.close(),
  }
}
