import {quote} from '../message/index.ts'
import {directiveForms} from './directives.ts'
import type {LiteralMark} from './literal-mark.ts'
import {raisedMarks} from './raised-marks.ts'

const inText = [...directiveForms.keys()].join('|')
const schemes = 'https?:|mailto:|www\\.'

const printed = (typed: string): string => `${quote(typed)} would be printed as it stands.`

/** Names of characters of HTML that are typed without their semicolon, with which they would be read. */
const entities =
  'nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[lr]aquo|[nm]dash|hellip|shy|deg|[a-z](?:acute|grave|circ|cedil|uml|tilde)'

/**
 * What is looked for in each piece of text, in this order; the first that is found is said. A sign that is meant is
 * escaped (`\*`), and nothing is said of it.
 */
export const literalMarks: readonly LiteralMark[] = [
  {
    // “document[s]” is a plural, not a directive.
    pattern: new RegExp(
      `(?<![A-Za-zÀ-ÖØ-öø-ɏ:_-])(?:sup|(?:${inText})(?!:?\\[(?:e?s|e|ies|n)\\])):?\\[[^\\]\\n]*\\]?`,
      'u',
    ),
    ruleId: 'directive-form',
    reason: (typed) =>
      `${printed(typed)} A colon stands before the name, and none behind it: write ${quote(`:${typed.replace(':[', '[')}`)}.`,
  },
  {
    pattern:
      /(?<![A-Za-zÀ-ÖØ-öø-ɏ\d:])::+(?=[ \t]|$)|(?<![A-Za-zÀ-ÖØ-öø-ɏ\d:])::+[a-z][a-z-]*(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})?/u,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${printed(typed)} Inside a sentence a mark has one colon; a block stands on a line of its own, between empty lines.`,
  },
  {
    pattern: /(?<![A-Za-zÀ-ÖØ-öø-ɏ\d:-])[a-z][a-z-]*(?:\[[^[\]\n]{0,300}\])?\{[a-z-]+=[^{}\n]{0,300}\}/u,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${printed(typed)} Colons stand before the name: one inside a sentence, two before a block on a line of its own.`,
  },
  {
    pattern: /(?<![A-Za-zÀ-ÖØ-öø-ɏ\]])\{[a-z-]+=[^{}\n]*\}/u,
    ruleId: 'directive-form',
    reason: (typed) =>
      `${printed(typed)} Write it right behind the name or the brackets that it belongs to, without a space, such as “:lang[mots]{is=fr}”.`,
  },
  {
    pattern: /\*+/,
    ruleId: 'emphasis-form',
    reason: (typed) =>
      `${printed(typed)} Write *words* or **words** with the same stars at both ends and no space inside, or \\* for the sign itself.`,
  },
  {
    pattern:
      /(?<![A-Za-zÀ-ÖØ-öø-ɏ\d_])_{1,2}(?=[A-Za-zÀ-ÖØ-öø-ɏ\d])|(?<=[A-Za-zÀ-ÖØ-öø-ɏ\d.,;])_{1,2}(?![A-Za-zÀ-ÖØ-öø-ɏ\d_{])/u,
    ruleId: 'emphasis-form',
    reason: (typed) =>
      `${printed(typed)} Write *words* for italics, with a star at both ends, or \\_ for the sign itself.`,
  },
  ...raisedMarks,
  {
    pattern: /~~|~(?=[^~\s])[^~\n]{0,60}[^~\s]~(?!\d)|~[^~\s]~(?!\d)/,
    ruleId: 'markdown-literal',
    reason: (typed) =>
      `${printed(typed)} Write :del[words] for deleted words, :sub[…] for what stands below the line, or \\~ for the sign itself.`,
  },
  {
    pattern: /\^\[[^\]\n]*\]?|\[\^(?![^\]\s]+\])[^\]\n]{0,40}/,
    ruleId: 'note-form',
    reason: (typed) =>
      `${printed(typed)} A note is “[^name]” in the text, without spaces, and a line “[^name]: …” at the end of the file.`,
  },
  {
    pattern: /(?<=[A-Za-zÀ-ÖØ-öø-ɏ.,;:)”"»’])\[\d{1,3}\]|(?<=[.,;”"»])[¹²³⁴⁵⁶⁷⁸⁹]/u,
    ruleId: 'note-form',
    reason: (typed) =>
      `${quote(typed)} looks like the number of a note, which the build prints. Write “[^name]” here and a line “[^name]: …” at the end of the file.`,
  },
  {
    pattern: /(?<=[ \t])\^[a-z][a-z0-9-]*(?=[ \t.,;:])/,
    ruleId: 'unit-id-place',
    reason: (typed) =>
      `The id ${quote(typed)} stands inside a paragraph and would be printed. Write it at the very end of the paragraph.`,
  },
  {
    pattern: new RegExp(`\\[[^[\\]\\n]{1,300}\\][ \\t]+\\((?:${schemes})[^)\\s]*\\)?`),
    ruleId: 'link-form',
    reason: (typed) =>
      `${printed(typed)} A link has no space between its words and its address: write “[words](https://…)”.`,
  },
  {
    pattern: new RegExp(
      `\\]\\((?:${schemes}|[a-z0-9-]+\\.[a-z])[^)]{0,60}|\\)\\[(?:${schemes})[^\\]]{0,60}\\]?`,
    ),
    ruleId: 'link-form',
    reason: (typed) =>
      `${printed(typed)} Write “[words](https://…)”, with the address between ( and ) and no space in it.`,
  },
  {
    pattern: new RegExp(
      `&(?:(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z0-9]{1,30});|(?:${entities})(?![A-Za-zÀ-ÖØ-öø-ɏ\\d]))`,
      'iu',
    ),
    ruleId: 'markdown-literal',
    reason: (typed) => `${printed(typed)} Type the sign that it stands for.`,
  },
  {
    pattern: /`+/,
    ruleId: 'markdown-literal',
    reason: (typed) =>
      `${printed(typed)} Write ’ for an apostrophe and the quotation marks of the language; delete it where it marks words as code.`,
  },
  {
    pattern: /(?<=[:;][ \t]{0,40}\n[ \t]{0,40})(?:\d{1,2}[.)]|\(?[a-z]{1,4}\))[ \t]+\S+/,
    ruleId: 'list-indent',
    reason: (typed) =>
      `The line that begins with ${quote(typed)} is read as part of the paragraph above it. Put an empty line before the list, begin each item with “1. ”, and indent it by no more than three spaces for each level.`,
  },
  {
    pattern: /={4,}/,
    ruleId: 'markdown-literal',
    reason: (typed) => `${printed(typed)} Delete the line; a heading begins with “## ”.`,
  },
  {
    pattern: /^\|.*\|[ \t]*$/m,
    ruleId: 'markdown-literal',
    reason: (typed) =>
      `${printed(typed)} A table needs a line “|---|---|” under its first row, and stands between “:::table[Caption]{id=…}” and “:::”.`,
  },
]

/** Whether a text holds a character that one of the marks begins with: most hold none, and looking for all takes long. */
export function mayHoldMark(text: string): boolean {
  return /[*_~^`&[{=|¹²³⁴⁵⁶⁷⁸⁹]|::|\n/.test(text)
}

// Signs inside an address are its own; where an address is part of what was found, its form is the fault.
const address = /:\/\/|www\.|@|\.[a-z]{2,}\//

/** Whether characters of a text stand in a piece without a space that is an address. */
export function isInAddress(text: string, start: number, end: number): boolean {
  const from = Math.max(text.lastIndexOf(' ', start - 1), text.lastIndexOf('\n', start - 1)) + 1
  const next = text.slice(end).search(/\s/)
  const around = text.slice(from, next < 0 ? text.length : end + next)
  return address.test(around) && !address.test(text.slice(start, end))
}
