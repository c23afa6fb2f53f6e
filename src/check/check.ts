import type {VFileMessage} from 'vfile-message'
import {rules} from './rules/index.ts'
import type {Checked} from './types.ts'

/**
 * Applies every house rule to one document in all its languages. It looks and changes nothing.
 *
 * @param checked  the document's finished trees
 */
export function check(checked: Checked): VFileMessage[] {
  return rules.flatMap((rule) => rule(checked))
}
