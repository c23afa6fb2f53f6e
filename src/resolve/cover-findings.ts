import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {choices, error, quote} from '../message/index.ts'
import type {Kind} from './kind-types.ts'

/** Keys that a body may have whatever its kind: every document has a title, and some kinds do not print it. */
const always = ['title', 'provenance']

/**
 * Words for the cover that its kind does not print, and several lines for a block that is one. What is missing is said
 * when the cover is put together.
 *
 * @param body  in one language
 */
export function coverFindings({path, data}: MarkdownSource, kind: Kind): VFileMessage[] {
  const blocks = kind.cover.filter(({words}) => words !== undefined)
  const notes = kind.cover.flatMap(({note}) => note ?? [])
  const known = [...new Set([...blocks.map(({words = ''}) => words), ...notes, ...always])]
  return Object.entries(Object(data.value)).flatMap(([key, value]) => {
    const block = blocks.find(({words}) => words === key)
    if (!known.includes(key)) {
      const reason = `The cover of this kind of document prints no ${quote(key)}. Write ${choices(key, known)}, or delete the line.`
      return [error(reason, {path, ruleId: 'cover-words', place: data.locate([key], 'key')})]
    }
    if (!Array.isArray(value) || block?.lines) return []
    const reason = `${quote(key)} is a list, and the cover prints one line there. Write one text.`
    return [error(reason, {path, ruleId: 'cover-words', place: data.locate([key])})]
  })
}
