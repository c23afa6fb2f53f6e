import type {TranslationUnit} from '../../translation/index.ts'
import {differences} from './difference.ts'
import {type Figure, figuresIn} from './figures.ts'
import {readingOf} from './reading.ts'
import type {Pair, PairSetting, Tongue} from './types.ts'

/** Numbers that one of two texts has and the other has not. */
export interface FigureDifference {
  lacking: readonly Figure[]
  more: readonly Figure[]
}

const known = new WeakMap<TranslationUnit, Figure[]>()

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

function figuresOfUnit(unit: TranslationUnit, tongue: Tongue): Figure[] {
  const found = known.get(unit) ?? figuresIn(readingOf(unit), tongue)
  known.set(unit, found)
  return found
}
