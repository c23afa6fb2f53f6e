import {firstLedgers} from '../translate/index.ts'
import type {Files} from './types.ts'

/** New files with the ledgers of their translations, which are made from one pattern and agree as they are. */
export function withLedgers(files: Files, original: string): Files {
  return new Map([...files, ...firstLedgers(files, original)])
}
