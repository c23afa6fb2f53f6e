import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {choices, error, quote} from '../message/index.ts'
import {coverOf} from './cover-of.ts'
import type {Kind} from './kind-types.ts'
import type {Profile} from './profile-types.ts'

/** A key that a body has whatever its kind: every document has a title, and some kinds do not print it. */
const always = ['title']

/**
 * Words for the cover that its kind or its period does not print, and several lines for a block that is one. What is missing is said
 * when the cover is put together.
 *
 * @param body  in one language
 * @param profile  of the period, which may print other blocks in the place of the kind's
 * @param period  its name
 */
export function coverFindings(
  {path, data}: MarkdownSource,
  kind: Kind,
  profile: Profile,
  period: string,
): VFileMessage[] {
  const cover = coverOf(kind, profile)
  const blocks = cover.filter(({words}) => words !== undefined)
  const notes = cover.flatMap(({note}) => note ?? [])
  const known = [...new Set([...blocks.map(({words = ''}) => words), ...notes, ...always])]
  return Object.entries(Object(data.value)).flatMap(([key, value]) => {
    const block = blocks.find(({words}) => words === key)
    if (!known.includes(key)) {
      const isOfKind = kind.cover.some(({words}) => words === key)
      const where = isOfKind ? ` in its period (${period})` : ''
      const reason = `The cover of this kind of document prints no ${quote(key)}${where}. Write ${choices(key, known)}, or delete the line.`
      return [error(reason, {path, ruleId: 'cover-words', place: data.locate([key], 'key')})]
    }
    if (!Array.isArray(value) || block?.lines) return []
    const reason = `${quote(key)} is a list, and the cover prints one line there. Write one text.`
    return [error(reason, {path, ruleId: 'cover-words', place: data.locate([key])})]
  })
}
