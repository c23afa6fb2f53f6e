import type {ActorForms} from '../resolve/index.ts'
import type {Viewpoint} from './context.ts'

/**
 * How an actor is called in the language and period of a viewpoint.
 *
 * @param id  of a body, an addressee or an author
 * @param form  a form of words
 * @returns empty where there is no such form: whoever names such an actor is refused
 */
export function actorWords(
  {actors}: Viewpoint,
  id: string,
  form: Exclude<keyof ActorForms, 'decisions-begin'>,
): string {
  return (Object.hasOwn(actors, id) && actors[id]?.[form]) || ''
}

/**
 * The heading over what is directed to an addressee.
 *
 * @param count  of the decisions or recommendations under it
 */
export function directedTo(viewpoint: Viewpoint, id: string, count: number): string {
  return (
    (count > 1 && actorWords(viewpoint, id, 'directed-to-several')) ||
    actorWords(viewpoint, id, 'directed-to')
  )
}
