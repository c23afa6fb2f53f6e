import type {Rule} from '../types.ts'
import {blockTwice} from './block-twice.ts'
import {deadlineMissed} from './deadline-missed.ts'
import {final} from './final.ts'
import {kindNeeds} from './kind-needs.ts'
import {parityUnits} from './parity-units.ts'
import {posted} from './posted.ts'
import {reportStatus} from './report-status.ts'
import {typedLabel} from './typed-label.ts'
import {unitIds} from './unit-ids.ts'

export {wordsRules} from './words/index.ts'

/** Every house rule about a document. */
export const rules: readonly Rule[] = [
  blockTwice,
  deadlineMissed,
  final,
  kindNeeds,
  parityUnits,
  posted,
  reportStatus,
  typedLabel,
  unitIds,
]
