import type {VFileMessage} from 'vfile-message'
import type {Translation} from '../resolve/index.ts'

/**
 * Applies the house rules about a unit and its translation to the words of a folder in one language.
 *
 * @returns findings at both places
 */
export function checkPairs(_translation: Translation): VFileMessage[] {
  return []
}
