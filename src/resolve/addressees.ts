import {quote} from '../message/index.ts'
import {actorFault} from './actors.ts'
import type {Say} from './findings.ts'
import type {Located} from './located.ts'
import type {Actors} from './template-types.ts'

/** To whom something is directed: one, or several in the order in which the heading names them. */
export interface Directed {
  addressee?: string | string[]
}

/** Ids of those to whom a decision or a text is directed, in the order in which its heading names them. */
export function addresseesOf({addressee = []}: Directed): string[] {
  return typeof addressee === 'string' ? [addressee] : addressee
}

/**
 * Addressees that are not known, that have no heading, or that are named twice.
 *
 * @param pointer  of the key `addressee`
 * @param actors  undefined where their file has errors, so that nothing can be said
 * @param role  what is asked of them: of a draft also what its words may begin with
 */
export function addresseeFindings(
  yaml: Located<unknown>,
  pointer: (string | number)[],
  actors: Actors | undefined,
  role: 'addressee' | 'recommended-to',
  say: Say,
): void {
  const written = pointer.reduce<unknown>(
    (value, key) => Object(value)[key],
    yaml.value,
  ) as Directed['addressee']
  const ids = addresseesOf(written === undefined ? {} : {addressee: written})
  for (const [index, id] of ids.entries()) {
    const at = typeof written === 'string' ? pointer : [...pointer, index]
    const fault = actorFault(actors, id, role)
    if (fault) say(yaml, at, fault.ruleId, fault.reason)
    else if (ids.indexOf(id) < index)
      say(
        yaml,
        at,
        'addressee-twice',
        `The addressee ${quote(id)} is named twice. Delete one of the two, or write another.`,
      )
  }
}
