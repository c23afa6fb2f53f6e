import {quote} from '../message/index.ts'
import type {LiteralMark} from './literal-mark.ts'

/** What stands right before a sign above or below the line. */
const base = '(?<=[A-Za-zÀ-ÖØ-öø-ɏ\\u0370-\\u03ff\\d)\\]])'
/** A formula of chemistry: other words with a low line, such as names of files, have it as a sign. */
const elements = 'Cl|Na|Ca|Mg|Hg|Pb|Cd|Fe|Si|[HCNOSPFK]'
const formula = `(?<=(?<![A-Za-zÀ-ÖØ-öø-ɏ\\d_])(?:(?:${elements})\\d{0,3}){1,4})`

/** Signs above and below the line as other programs write them. */
export const raisedMarks: readonly LiteralMark[] = [
  {
    pattern: new RegExp(`${base}~(?:[^~\\s\\p{L}][^~\\s]{0,11}|[^~\\s]{1,3})~(?!~)`, 'u'),
    ruleId: 'markdown-literal',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Write ${quote(`:sub[${inner(typed)}]`)} for what stands below the line, or \\~ for the sign itself.`,
  },
  {
    pattern: new RegExp(
      `${formula}_\\d{1,3}(?![\\p{L}_])|${formula}_\\d{1,3}(?=[A-Z])|${base}_\\{[^{}\\n]{1,20}\\}`,
      'u',
    ),
    ruleId: 'markdown-literal',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Write ${quote(`:sub[${inner(typed)}]`)} for what stands below the line, or \\_ for the sign itself.`,
  },
  {
    pattern: new RegExp(
      `${base}\\^(?:[^\\s^]{1,12}\\^|\\{[^{}\\n]{1,20}\\}|\\([^()\\n]{1,20}\\)|[-+\\u2212\\u2013]?\\d+[-+\\u2212]?)`,
      'u',
    ),
    ruleId: 'markdown-literal',
    reason: (typed) =>
      `${quote(typed)} would be printed as it stands. Write ${quote(`:sup[${inner(typed)}]`)} for what stands above the line, or \\^ for the sign itself.`,
  },
]

/** What is between the signs; a hyphen before a figure is meant as a minus. */
function inner(typed: string): string {
  return typed.replace(/^[~^_]+[{(]?|[)}]?[~^]*$/g, '').replace(/^-(?=\d)/, '\u2212')
}
