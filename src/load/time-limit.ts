import {createContext, Script} from 'node:vm'
import {EnvironmentError} from '../failure/index.ts'
import {backstops} from './caps.ts'
import {tooSlow} from './too-slow.ts'

// Only a script has a time limit in Node; this one calls what it is given, in our own context.
const script = new Script('work()')
const box = createContext({work: undefined})

/**
 * Maps items, and ends the program at one that takes too long: the backstop behind the caps, for what nobody has thought
 * of. It stops a loop and a regular expression alike. CPU time counts, so that a busy machine says nothing else than a
 * quiet one; and nothing is said of the text, since another machine might be quicker. What reaches it deserves a cap.
 *
 * @param items  such as paths
 * @param work  must leave nothing behind but its result: it may be stopped at any point and begun again
 * @param pathOf  of an item, for what is said when it takes too long
 * @param limit  milliseconds of CPU time for one item
 * @returns a result for each item, in their order
 * @throws EnvironmentError  when one takes longer
 */
export function mapWithin<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  pathOf: (item: Item) => string,
  limit: number = backstops.parseSeconds * 1000,
): Result[] {
  const results: Result[] = []
  let [began, patience] = [clocks(), limit]
  const goOn = (): void => {
    for (const item of items.slice(results.length)) {
      began = clocks()
      results.push(work(item))
    }
  }
  while (results.length < items.length) {
    try {
      box.work = goOn
      script.runInContext(box, {timeout: patience})
    } catch (cause) {
      if (!isTimeout(cause)) throw cause
      const now = clocks()
      if (now.used - began.used >= 0.9 * limit)
        throw new EnvironmentError(tooSlow(pathOf(items[results.length] as Item), limit / 1000))
      // One limit for all items costs no time. An item that had only just begun when it ended begins again; so does one
      // that had to wait for other programs, with more patience.
      if (now.time - began.time >= 0.9 * patience) patience *= 2
    }
  }
  return results
}

/** Milliseconds by the clock, and of CPU time that was used: by this thread, where Node can tell. */
function clocks(): {time: number; used: number} {
  const {threadCpuUsage = process.cpuUsage} = process as {threadCpuUsage?: typeof process.cpuUsage}
  const {user, system} = threadCpuUsage.call(process)
  return {time: performance.now(), used: (user + system) / 1000}
}

function isTimeout(cause: unknown): boolean {
  return Object(cause).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
