import type {Deadline, DossierComposition} from '../../compose/index.ts'

/** Deadlines from the day of the composition on: what ends on that day still lies ahead, a finished task does not. */
export function deadlinesAhead({asOf, deadlines}: DossierComposition): Deadline[] {
  return deadlines.filter(({ends, isFinished}) => ends >= asOf && !isFinished)
}
