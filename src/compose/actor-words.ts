import {quote} from '../message/index.ts'
import type {ActorForms} from '../resolve/index.ts'
import {type InlineNode, text} from '../tree/index.ts'
import type {Context} from './context.ts'
import {missing} from './decisions.ts'
import {asExample} from './examples.ts'
import {reportLacking} from './lacking-words.ts'
import {listNodes} from './lists.ts'
import {plainPhrase} from './phrases.ts'

/** A form that is printed. */
type WordForm = Exclude<keyof ActorForms, 'decisions-begin' | 'example'>

/** Forms that not every language has. */
const free = new Set<WordForm>(['within', 'directed-to-several'])

/**
 * How an actor is called in the language and period of a context.
 *
 * @param id  of a body, an addressee or an author
 * @param form  a form of words
 * @returns empty where there is no such form: whoever names such an actor is refused, here where only other languages
 *   have it
 */
export function actorWords(context: Context, id: string, form: WordForm): string {
  const {actors, dossier, language} = context
  const words = Object.hasOwn(actors, id) ? actors[id]?.[form] : undefined
  if (words) return words
  const {path, value} = dossier.templates.actors
  const others = Object.hasOwn(value, id) ? Object.values(value[id] ?? {}) : []
  const having = others.find((own) => own[form])
  if (having && !free.has(form)) {
    const forms = Object.keys(having)
      .filter((other) => other !== 'example')
      .map((other) => `${other}: …`)
    reportLacking(context, id, `“${language.code}: {${forms.join(', ')}}” under ${quote(id)} in ${path}`)
  }
  return ''
}

/** The same as nodes, a mark where there is none. */
export function actorName(context: Context, id: string, form: WordForm): InlineNode[] {
  const words = actorWords(context, id, form)
  return words === '' ? missing(context, id) : text(words)
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
    headings.map((heading, index) => (heading === '' ? missing(context, ids[index] ?? '') : text(heading))),
  )
}

/**
 * The same as nodes, with the sign of an example where the name is not confirmed in the language.
 *
 * @param key  of document.yaml that leads to the actor
 */
export function actorNodes(
  context: Context,
  id: string,
  form: WordForm,
  key: 'meeting' | 'author',
): InlineNode[] {
  const words = actorName(context, id, form)
  const {actors, dossier, home, language} = context
  if (!Object.hasOwn(actors, id) || !actors[id]?.example) return words
  const {path, data} = dossier.templates.actors
  const pointer = [id, language.code, 'example']
  const what = `The name of ${quote(id)} is an example in this language.`
  if (data.isOwn(pointer)) return asExample(context, words, {path, place: data.locate(pointer), what})
  const remedy = `Once confirmed, write “${id}: {${language.code}: {example: false}}” in ${path}, or build without --final.`
  return asExample(context, words, {path: home.path, place: home.data.locate([key]), what, remedy})
}
