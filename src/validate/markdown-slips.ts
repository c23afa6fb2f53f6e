import {quote} from '../message/index.ts'

/** What only looks like Markdown and would be printed as it stands. */
export const slips: {
  pattern: RegExp
  ruleId: string
  reason: (typed: string) => string
  /** Whether it is only where a heading may be. */
  isHeading?: true
}[] = [
  {
    pattern: /^:{3,}[ \t]*$/,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${quote(typed)} closes no block here, and would be printed as it stands. Delete it; where one block stands in another, the lines of the outer one have four colons: “::::example” … “::::”.`,
  },
  {
    pattern: /^:{2,}[ \t]*(?:when|unless)(?![a-z])[^\n]*/i,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Write the name right after three colons and the facts between braces, with spaces and nothing else between several, such as “:::when{outcome.open outcome.measures}”.`,
  },
  {
    pattern: /^:{2,}[^\n]*/,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Write the name right after the colons, without a space, on a line of its own, such as “:::example”.`,
  },
  {
    // “#5” is an annotation of the Appendices, and what ends like a sentence is one.
    pattern: /^(?:##+(?=[^\s#])|#(?=[^\s\d#]))(?![^\n]*(?:\n|[.:;,]$))[^\n]*/,
    ruleId: 'heading-form',
    isHeading: true,
    reason: (typed) =>
      `${quote(typed)} is no heading, because a space is missing after the # signs. Put one in.`,
  },
  {
    pattern: /\*\*/,
    ruleId: 'emphasis-form',
    reason: () =>
      'Two stars (**) would be printed as they stand. Write **words** with both ends, and no space inside.',
  },
  {
    pattern: /^\([a-z]+=[^)\n]*\)/,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Put it between braces: {${typed.slice(1, -1)}}.`,
  },
  {
    pattern: /\^[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)?$/,
    ruleId: 'unit-id',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Write a space, ^ and one short name without spaces at the very end, such as “ ^reply-deadline”.`,
  },
]
