import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {Numbering} from './template-types.ts'

const path = 'templates/numbering.yaml'

/**
 * Findings about labels that print what is not there: the number of a level below their own, or of one whose label is
 * given and no number (ECMA-376, part 1, 17.9.11: `%n` is the number of level n).
 *
 * @param pointerOf  where a sequence stands in the file
 * @param source  of templates/numbering.yaml, for the places
 */
export function numberingFindings(
  numbering: Numbering,
  pointerOf: (name: string) => string[],
  source: Source | undefined,
): VFileMessage[] {
  return Object.entries(numbering).flatMap(([name, {levels}]) =>
    levels.flatMap(({text}, index) => {
      const given = [...text.matchAll(/%(\d?)/g)].find(([, digit]) => {
        const level = levels[Number(digit) - 1]
        return Number(digit) > index + 1 || !level || level.format === 'literal'
      })
      if (!given) return []
      const usable = levels
        .slice(0, index + 1)
        .flatMap(({format}, at) => (format === 'literal' ? [] : [`%${at + 1}`]))
      const remedy =
        usable.length > 0 ? `Write ${usable.join(' or ')}` : 'Leave it out: this level has no number'
      const reason = `There is no number for ${quote(given[0])} at level ${index + 1}. ${remedy}.`
      const place = source?.data.locate([...pointerOf(name), 'levels', index, 'text'])
      return [error(reason, {path, ruleId: 'label-level', place})]
    }),
  )
}
