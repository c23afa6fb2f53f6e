import {setFlagsFromString} from 'node:v8'

/** From so many documents in a language on a build takes minutes, and much more garbage than what lives at a time. */
const many = 1000

/** From so many bytes on that the process takes. A hundred usual documents in three languages take less. */
const much = 320 * 1024 * 1024

let isTight = false

/**
 * Has V8 collect garbage before it is several times what lives, where a build makes very many documents or has become
 * large: it keeps the memory of thousands near that of hundreds, for some hundredths of the time.
 *
 * @param total  documents in each language that will be made
 */
export function tightenMemory(total: number): void {
  if (isTight || (total < many && process.memoryUsage.rss() < much)) return
  setFlagsFromString('--heap-growing-percent=175')
  isTight = true
}
