import type {Rule} from '../types.ts'
import {blockOnce} from './block-once.ts'
import {deadline} from './deadline.ts'
import {final} from './final.ts'
import {kindNeeds} from './kind-needs.ts'
import {parity} from './parity.ts'
import {posted} from './posted.ts'
import {report} from './report.ts'
import {typedLabel} from './typed-label.ts'
import {unitIds} from './unit-ids.ts'

/** Every house rule. */
export const rules: readonly Rule[] = [
  blockOnce,
  deadline,
  final,
  kindNeeds,
  parity,
  posted,
  report,
  typedLabel,
  unitIds,
]
