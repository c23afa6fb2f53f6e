import {backstops} from './caps.ts'

const remedy =
  'No text that is known to us needs so much: split the file; if it is short, look for marks that are repeated many times, such as [ or *, and delete them.'

/**
 * What is said when the program gives up at a source that takes too long, in whatever stage. It is no finding of the text:
 * none depends on the machine.
 *
 * @param seconds  of CPU time
 */
export function tooSlow(path: string, seconds: number): string {
  return `Reading ${path} was given up after ${seconds} seconds of CPU time. ${remedy}`
}

/** The same of a source that takes too much memory. */
export function tooMuchMemory(path: string): string {
  return `Reading ${path} was given up, since it takes more than ${backstops.parseBytes / 1024 / 1024} MiB of memory. ${remedy}`
}
