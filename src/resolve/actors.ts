import {choices, quote} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {ActorForms, Actors} from './template-types.ts'

/** What an actor is to the record that names it: its name in a message, the rule, and the forms that are printed then. */
const roles = {
  body: {what: 'body', ruleId: 'unknown-body', forms: ['of-the']},
  addressee: {what: 'addressee', ruleId: 'unknown-addressee', forms: ['directed-to', 'decisions-begin']},
  'recommended-to': {what: 'addressee', ruleId: 'unknown-addressee', forms: ['directed-to']},
  owner: {what: 'owner', ruleId: 'unknown-actor', forms: ['name']},
  author: {what: 'author', ruleId: 'unknown-actor', forms: ['name']},
  instructed: {what: 'actor', ruleId: 'unknown-actor', forms: ['the', 'gender']},
} as const satisfies Record<string, {what: string; ruleId: string; forms: readonly (keyof ActorForms)[]}>

/** What an actor may be to a record that names it. */
export type ActorRole = keyof typeof roles

/** The forms of all actors in a language, by id. */
export function actorsIn(actors: Actors, language: string): Record<string, ActorForms> {
  return Object.fromEntries(Object.entries(actors).map(([id, languages]) => [id, languages[language] ?? {}]))
}

/** Ids of the actors that have the forms of a role, in whichever language: all have the same (actorFindings). */
export function actorsFor(actors: Actors, role: ActorRole): string[] {
  return Object.keys(actors).filter((id) => missingForm(actors, id, role) === undefined)
}

/**
 * Why an actor cannot be what a record makes of it.
 *
 * @param actors  undefined where their file has errors, so that nothing can be said
 * @param isOffered  whether a message may name another actor as one that can
 * @returns the words and the rule; undefined where it can
 */
export function actorFault(
  actors: Actors | undefined,
  id: string,
  role: ActorRole,
  isOffered: (other: string) => boolean = () => true,
): {ruleId: string; reason: string} | undefined {
  if (!actors) return undefined
  const {what, ruleId} = roles[role]
  const known = actorsFor(actors, role).filter(isOffered)
  if (!Object.hasOwn(actors, id)) return {ruleId, reason: unknown(what, id, known)}
  const form = missingForm(actors, id, role)
  if (form === undefined) return undefined
  const reason = `${quote(id)} has no ${quote(form)} in templates/actors.yaml, which is asked for of this ${what}. Add it there in every language, or write ${choices('', known)}.`
  return {ruleId: 'actor-form', reason}
}

function missingForm(actors: Actors, id: string, role: ActorRole): keyof ActorForms | undefined {
  const languages = Object.values(actors[id] ?? {})
  return roles[role].forms.find((form) => !languages.some((own) => own[form] !== undefined))
}
