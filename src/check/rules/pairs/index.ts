import type {PairRule} from '../../types.ts'
import {parityCells} from './parity-cells.ts'
import {parityDirectives} from './parity-directives.ts'
import {parityEmphasis} from './parity-emphasis.ts'
import {parityFigures} from './parity-figures.ts'
import {parityLanguage} from './parity-language.ts'
import {parityLength} from './parity-length.ts'
import {parityMarks} from './parity-marks.ts'
import {parityNumerals} from './parity-numerals.ts'
import {parityTerms} from './parity-terms.ts'

/** Every house rule about a file of words and its translation. */
export const pairRules: readonly PairRule[] = [
  parityCells,
  parityDirectives,
  parityEmphasis,
  parityFigures,
  parityLanguage,
  parityLength,
  parityMarks,
  parityNumerals,
  parityTerms,
]
