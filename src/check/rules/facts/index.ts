import type {FactsRule} from '../../types.ts'
import {factsUnlikely} from './facts-unlikely.ts'

/** Every house rule about facts; each may be switched off at a line of a file of facts. */
export const factsRules: readonly FactsRule[] = [factsUnlikely]
