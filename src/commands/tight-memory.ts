import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/** From so many documents in a language on a build takes minutes, and much more garbage than what lives at a time. */
const many = 1000

/** More bytes than that hundreds of usual documents leave, living or not, when one is done. */
const much = 192 * 1024 * 1024

/** By how many per cent what lives may grow before V8 collects garbage; never more again. */
let percent = Number.POSITIVE_INFINITY

let gc: (() => void) | undefined

/**
 * Has V8 collect garbage before it is several times what lives, where a build makes very many documents or very large ones:
 * it keeps the memory of thousands near that of hundreds, for some hundredths of the time.
 *
 * @returns what is to be called before each document in a language, with how many of them will be made
 */
export function memoryTightener(): (total: number) => void {
  const before = process.memoryUsage().heapUsed
  return (total) => {
    if (total >= many) growBy(175)
    if (process.memoryUsage().heapUsed - before <= much) return
    growBy(50)
    // At once, however busy the machine is: beside a program that allocates without rest V8 may not keep up.
    if (!gc) {
      setFlagsFromString('--expose-gc')
      gc = runInNewContext('gc') as () => void
    }
    gc()
  }
}

function growBy(less: number): void {
  if (less >= percent) return
  percent = less
  setFlagsFromString(`--heap-growing-percent=${percent}`)
}
