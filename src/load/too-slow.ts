import type {VFileMessage} from 'vfile-message'
import {error} from '../message/index.ts'
import {caps} from './caps.ts'

const remedy =
  'Split it; if it is short, look for marks that are repeated many times, such as [ or *, and delete them.'

/** Finding about a source that takes too long, in whatever stage. */
export function tooSlow(path: string): VFileMessage {
  const {most, rule} = caps.parseSeconds
  return error(`It takes more than ${most} seconds to read this file. ${remedy}`, {path, ruleId: rule})
}

/** Finding about a source that takes too much memory. */
export function tooMuchMemory(path: string): VFileMessage {
  const {most, rule} = caps.parseBytes
  const reason = `It takes more than ${most / 1024 / 1024} MiB of memory to read this file. ${remedy}`
  return error(reason, {path, ruleId: rule})
}
