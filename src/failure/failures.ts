/** An error that ends a command, in words for whoever typed it. */
class Told extends Error {
  /** Its lines: what was put into one of them from elsewhere begins no other. */
  readonly lines: readonly string[]

  /** @param told  one line, or several */
  constructor(told: string | readonly string[]) {
    const lines = typeof told === 'string' ? [told] : told
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** Wrong use of a command: an unknown option, document, language or format. Exit status 2. */
export class UsageError extends Told {}

/** The disk or another program would not do what was asked. Exit status 3, and no finding about the sources. */
export class EnvironmentError extends Told {}
