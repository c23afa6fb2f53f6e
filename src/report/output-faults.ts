import {type Difference, differenceOf} from '../edited/index.ts'
import {printable} from '../message/index.ts'
import type {OutputFault} from '../write/index.ts'

const saidOf: Readonly<Record<Exclude<OutputFault['kind'], 'different'>, string>> = {
  missing: 'is missing',
  left: 'comes from no source any more',
  conflict: 'holds two versions, which git could not join: a build makes it anew',
  strange: 'is made by no build: move it out of out/',
}

const saidOfDifference: Readonly<Record<Difference, string>> = {
  words: 'other words',
  labels: 'the same words, other numbers',
  bytes: 'the same words and numbers, other bytes',
  unreadable: 'it cannot be read',
}

/**
 * What `build --verify` says of the files of out/ that are not what the sources give, a line each.
 *
 * @param faults  in the order in which they are told
 */
export function outputFaults(faults: readonly OutputFault[]): string {
  return faults.map((fault) => `out/${printable(fault.path)} ${said(fault)}\n`).join('')
}

function said({path, kind, bytes}: OutputFault): string {
  if (kind !== 'different') return saidOf[kind]
  const how = bytes && saidOfDifference[differenceOf(path, bytes.there, bytes.due)]
  return `is not what the sources give${how ? `: ${how}` : ''}`
}
