import {setFlagsFromString} from 'node:v8'

/** From so many documents in a language on a build takes minutes, and much more garbage than what lives at a time. */
const many = 1000

/**
 * Has V8 collect garbage before it is several times what lives, where a build makes very many documents: it keeps the
 * memory of thousands near that of hundreds, for some hundredths of the time.
 *
 * @param total  documents in each language that will be made
 */
export function tightenMemory(total: number): void {
  if (total >= many) setFlagsFromString('--heap-growing-percent=175')
}
