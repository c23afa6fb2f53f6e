import type {ActorForms} from '../resolve/index.ts'
import {type InlineNode, text} from '../tree/index.ts'
import type {Context, Viewpoint} from './context.ts'
import {listNodes} from './lists.ts'
import {plainPhrase} from './phrases.ts'

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
 * The heading over what is directed to addressees: “Directed to the Standing Committee and the Secretariat”.
 *
 * It is composed from their own headings: the second and all that follow leave out what every heading begins with
 * (the phrase `addressee-head`), so that an addressee is one record.
 *
 * @param ids  of the addressees, in their order
 * @param count  of the decisions or recommendations under it
 */
export function directedTo(context: Context, ids: readonly string[], count: number): InlineNode[] {
  const head = `${plainPhrase(context, 'addressee-head')} `
  const headings = ids.map((id, index) => {
    const heading = actorWords(context, id, 'directed-to')
    if (index === 0) return (count > 1 && actorWords(context, id, 'directed-to-several')) || heading
    return heading.startsWith(head) ? heading.slice(head.length) : heading
  })
  return listNodes(
    context,
    headings.map((heading) => text(heading)),
  )
}
