import {createInterface} from 'node:readline/promises'

// Only its type: the command loads nothing before it knows what is wanted.
type Printed = import('../message/index.ts').Printed

/** Somebody at the keyboard. */
export interface Questions {
  /** What was typed after a question; undefined after Ctrl-C or Ctrl-D. */
  ask(question: Printed): Promise<string | undefined>
  /** Lets go of the keyboard, without which the command would not end. */
  close(): void
}

/** Where a command prints, the only place that does: passed in, so that a test can read it. */
export interface Terminal {
  out(text: Printed): void
  err(text: Printed): void
  /** Says what is being done: in one line that is replaced, and elsewhere than on a terminal now and then in a line. */
  progress(text: Printed): void
  /** Whether messages may be in colour. */
  color: boolean
  /** Whether what goes to `out` may be in colour. */
  outColor: boolean
  /** How many characters a line of `out` holds. */
  width: number
  /** Begins to ask; undefined where nobody is at the keyboard. */
  questions?: (() => Questions) | undefined
  /** What is pasted or comes through a pipe; undefined where nothing can. */
  input?: (() => AsyncIterable<Uint8Array>) | undefined
}

const usualWidth = 80

/** What of a terminal decides how messages look on it. */
export function lookOf({color, width}: Terminal): string {
  return `${color ? 'colour' : 'plain'} ${width}`
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const {stdout, stderr, env} = process
  // A reader that has seen enough (`… | head`) is no fault: the command goes on and ends as it would.
  for (const stream of [stdout, stderr])
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE') throw cause
    })
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress: stderr.isTTY ? replacedLine(stderr) : linesNowAndThen(stderr),
    color: Boolean(stderr.isTTY) && !env.NO_COLOR,
    outColor: Boolean(stdout.isTTY) && !env.NO_COLOR,
    width: stdout.columns || usualWidth,
    questions: process.stdin.isTTY && stdout.isTTY ? askAtKeyboard : undefined,
    input: () => process.stdin,
  }
}

/** Progress on a terminal: the line before gives way. */
function replacedLine(stream: NodeJS.WriteStream): Terminal['progress'] {
  let width = 0
  return (text) => {
    const line = text.slice(0, (stream.columns || usualWidth) - 1)
    stream.write(`\r${line.padEnd(width)}${line === '' ? '\r' : ''}`)
    width = line.length
  }
}

const secondsBetweenLines = 10

/** Progress in a log, for whoever waits: nothing for what ends soon, then a line now and then. */
function linesNowAndThen(stream: NodeJS.WriteStream): Terminal['progress'] {
  let next = 1
  return (text) => {
    const seconds = performance.now() / 1000
    if (text === '' || seconds < next) return
    next = seconds + secondsBetweenLines
    stream.write(`${text}\n`)
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
