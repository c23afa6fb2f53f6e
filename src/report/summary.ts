import type {VFileMessage} from 'vfile-message'
import type {BuiltDocument} from '../looking/index.ts'
import {isError} from '../message/index.ts'
import type {Written} from '../write/index.ts'

/** `1 error`, `2 errors`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`
}

/** “2 errors, 1 warning”. */
export function countMessages(messages: readonly VFileMessage[]): string {
  const errors = messages.filter(isError).length
  return `${count(errors, 'error')}, ${count(messages.length - errors, 'warning')}`
}

/** “ 3 hints are still to be replaced.”, as it follows a summary; nothing when there are none. */
export function hintsLeft(hints: number): string {
  return hints === 0 ? '' : ` ${count(hints, 'hint')} ${hints === 1 ? 'is' : 'are'} still to be replaced.`
}

/** “ 2 rules are switched off at their places.”, as it follows a summary; nothing when none is. */
export function switchedOffCount(rules: number): string {
  return rules === 0
    ? ''
    : ` ${count(rules, 'rule')} ${rules === 1 ? 'is switched off at its place' : 'are switched off at their places'}.`
}

/**
 * The closing lines of a build: documents, languages, files, messages, time.
 *
 * @param formats  names of the formats that were built
 * @param left  how many hints still stand in the documents, and how many rules are switched off in them
 * @param seconds  how long it took; the only figure that differs between two runs
 */
export function buildSummary(
  documents: readonly BuiltDocument[],
  messages: readonly VFileMessage[],
  formats: readonly string[],
  written: Written,
  left: {hints: number; switchedOff: number},
  seconds: number,
): string {
  const built = documents.filter((document) => !document.isRefused)
  const refused = documents.filter((document) => document.isRefused)
  const languages = [...new Set(built.map((document) => document.language))]
  const lines = [
    `${built.length === 0 ? 'No document built' : `${count(new Set(built.map((document) => document.path)).size, 'document')} in ${languages.join(', ')}`} (${formats.join(', ')}): ${count(written.written.length, 'file')} written, ${written.unchanged.length} unchanged, ${written.removed.length} removed; ${countMessages(messages)}; ${seconds.toFixed(1)} s.${hintsLeft(left.hints)}${switchedOffCount(left.switchedOff)}`,
  ]
  if (refused.length > 0) lines.push(notWritten(refused, messages))
  return `${lines.join('\n')}\n`
}

/** As many as are named one by one; of more their number is said. */
const namedAtMost = 3

/** “3 documents in en, fr are not written because of the 2 errors above. …”: what follows from them, once. */
function notWritten(refused: readonly BuiltDocument[], messages: readonly VFileMessage[]): string {
  const errors = messages.filter(isError).length
  const because = errors === 1 ? 'the error above' : `the ${count(errors, 'error')} above`
  const names = refused.map(({path, language}) => `${path}${language === '' ? '' : ` (${language})`}`)
  const paths = new Set(refused.map(({path}) => path))
  const languages = [...new Set(refused.flatMap(({language}) => language || []))]
  const which =
    names.length <= namedAtMost
      ? names.join(', ')
      : `${count(paths.size, 'document')}${languages.length > 0 ? ` in ${languages.join(', ')}` : ''}`
  const isOne = names.length <= namedAtMost ? names.length === 1 : paths.size === 1
  return `${which} ${isOne ? 'is' : 'are'} not written because of ${because}. What was in out/ stays as it was.`
}
