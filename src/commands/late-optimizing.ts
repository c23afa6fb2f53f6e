import {setFlagsFromString} from 'node:v8'

// By major version of V8, an option of which `node --v8-options` tells: how much a function must have run before it is
// compiled anew as optimized code. V8 13 and later wait long enough by themselves.
const options: ReadonlyMap<string, string> = new Map([
  ['11', '--interrupt-budget=1000000'],
  ['12', '--invocation-count-for-turbofan=30000'],
])

/**
 * The option by which V8 optimizes later than it would; none for a version that is not known, which would say that the
 * option is an error.
 *
 * @param version  as process.versions.v8
 */
export function optionOf(version: string): string | undefined {
  return options.get(version.split('.')[0] ?? '')
}

/**
 * Has V8 make optimized code only of what runs for long. A command ends before most of such code has paid for its
 * making, which takes a quarter of its CPU time and ends it no sooner.
 */
export function optimizeLate(): void {
  const option = optionOf(process.versions.v8)
  if (option) setFlagsFromString(option)
}
