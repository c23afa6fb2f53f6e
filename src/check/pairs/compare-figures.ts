import type {TranslationUnit} from '../../translation/index.ts'
import {differences} from './difference.ts'
import {type Figure, figuresIn} from './figures.ts'
import {forAWhile} from './for-a-while.ts'
import {readingOf} from './reading.ts'
import type {Pair, PairSetting, Tongue} from './types.ts'

/** Numbers that one of two texts has and the other has not. */
export interface FigureDifference {
  lacking: readonly Figure[]
  more: readonly Figure[]
}

/** Numbers in which a unit differs from its original, in whatever words or figures they are written. */
export function figureDifference(
  {original, translation}: Pair,
  setting: Pick<PairSetting, 'original' | 'translation'>,
): FigureDifference {
  const here = figuresOfUnit(translation, setting.translation)
  const there = figuresOfUnit(original, setting.original)
  if (here.length + there.length === 0) return {lacking: [], more: []}
  // Figures are compared with figures before words are: what is left of both is what was changed.
  const [firstLacking, firstMore] = differences(there, here, ({value, form}) => `${form} ${value}`)
  const [lacking, more] = differences(firstLacking, firstMore, ({value}) => value)
  return {lacking, more}
}

// A unit is read in its own language, whatever it is compared with.
const known = forAWhile((_unit: TranslationUnit): {figures?: Figure[]} => ({}))

function figuresOfUnit(unit: TranslationUnit, tongue: Tongue): Figure[] {
  const kept = known(unit)
  kept.figures ??= figuresIn(readingOf(unit), tongue)
  return kept.figures
}
