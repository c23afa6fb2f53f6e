import {createContext, Script} from 'node:vm'
import {caps} from './caps.ts'

// Only a script has a time limit in Node; this one calls what it is given, in our own context.
const script = new Script('work()')
const box = createContext({work: undefined})

/**
 * Maps items, and gives up on one that takes too long: the backstop behind the caps, for what nobody has thought of.
 * It stops a loop and a regular expression alike. What reaches it deserves a cap of its own.
 *
 * @param items  such as paths
 * @param work  must leave nothing behind but its result: it may be stopped at any point and begun again
 * @param givenUp  what stands in the place of the result of an item that takes too long
 * @param limit  milliseconds for one item
 * @returns a result for each item, in their order
 */
export function mapWithin<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  givenUp: (item: Item) => Result,
  limit: number = caps.parseSeconds.most * 1000,
): Result[] {
  const results: Result[] = []
  let began = 0
  const goOn = (): void => {
    for (const item of items.slice(results.length)) {
      began = performance.now()
      results.push(work(item))
    }
  }
  while (results.length < items.length) {
    try {
      box.work = goOn
      script.runInContext(box, {timeout: limit})
    } catch (cause) {
      if (!isTimeout(cause)) throw cause
      // One limit for all items costs no time. An item that had only just begun when it ended begins again, with a limit
      // of its own.
      const slow = items[results.length] as Item
      if (performance.now() - began >= limit * 0.9) results.push(givenUp(slow))
    }
  }
  return results
}

function isTimeout(cause: unknown): boolean {
  return Object(cause).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
