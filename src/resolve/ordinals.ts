import {largest} from '../message/index.ts'
import type {OrdinalDigits} from './profile-types.ts'
import type {Labels, WrittenOrdinal} from './template-types.ts'

/** The labels that ordinals are made from; a language without rules has those that it lists. */
type OrdinalLabels = Pick<Labels, 'ordinals' | 'ordinal-rules'>

/**
 * The ordinal of a meeting in words, as a cover prints it: “Fifty-eighth”.
 *
 * @param labels  of a language
 * @param number  of the meeting, from 1
 * @returns undefined where the language neither lists it nor has a rule for it
 */
export function ordinalWord(labels: OrdinalLabels, number: number): string | undefined {
  return listed(labels, number)?.word ?? withCapital(composed(labels, number))
}

/**
 * The same in digits, as a sentence prints it: “58th”, `14:sup[e]`.
 *
 * @param ofPeriod  how its period writes those that are not listed one by one
 */
export function ordinalDigits(
  labels: OrdinalLabels,
  number: number,
  ofPeriod?: readonly OrdinalDigits[],
): string | undefined {
  const lines = ofPeriod ?? labels['ordinal-rules']?.digits ?? []
  const line = lines.find(({ends}) => ends?.some((end) => String(number).endsWith(end)) ?? true)
  return listed(labels, number)?.number ?? line?.write.replace('{number}', String(number))
}

function listed({ordinals = {}}: OrdinalLabels, number: number): WrittenOrdinal | undefined {
  return Object.hasOwn(ordinals, String(number)) ? ordinals[String(number)] : undefined
}

/** The word of a whole number; else the greatest beginning that leaves a rest smaller than itself, and the rest's word. */
function composed(labels: OrdinalLabels, number: number): string | undefined {
  const {ends = {}, begins = {}} = labels['ordinal-rules'] ?? {}
  const whole = ends[String(number)]
  if (whole !== undefined) return whole
  const smaller = Object.keys(begins)
    .map(Number)
    .filter((begin) => begin < number)
  const greatest = largest(smaller)
  const rest = greatest > 0 && number - greatest < greatest ? composed(labels, number - greatest) : undefined
  return rest && begins[String(greatest)]?.replace('{rest}', rest)
}

/** Never by locale: the same bytes on every machine. */
function withCapital(words: string | undefined): string | undefined {
  return words?.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
