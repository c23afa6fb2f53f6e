import type {Rule} from '../types.ts'
import {final} from './final.ts'
import {kindNeeds} from './kind-needs.ts'
import {parity} from './parity.ts'
import {typedLabel} from './typed-label.ts'
import {unitIds} from './unit-ids.ts'

/** Every house rule. */
export const rules: readonly Rule[] = [final, kindNeeds, parity, typedLabel, unitIds]
