/** A mark that did not become what its author meant and would be printed as it stands. */
export interface LiteralMark {
  pattern: RegExp
  ruleId: string
  /** What is said of it, given the characters that were found. */
  reason: (typed: string) => string
}
