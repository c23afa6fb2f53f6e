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
}

const usualWidth = 80

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const {stdout, stderr, env} = process
  let width = 0
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
  }
}
