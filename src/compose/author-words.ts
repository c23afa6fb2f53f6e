import {authorsOf, authorWay, chairedBody, partyForms} from '../resolve/index.ts'
import {type InlineNode, text, toText} from '../tree/index.ts'
import {actorName, actorNodes, actorWords} from './actor-words.ts'
import type {DocumentContext} from './context.ts'
import {listNodes} from './lists.ts'
import {withoutAccentedCapitals} from './period-words.ts'
import {phrase} from './phrases.ts'

/** The names of a document's authors as they stand alone, such as among the properties of a file. */
export function authorNames(context: DocumentContext): string {
  return listed(context, authorsOf(context.plan.yaml.value), 'name').map(toText).join('')
}

/** The authors inside a sentence, after “by”: “China, the Islamic Republic of Iran and Japan”. */
export function authorsWithin(context: DocumentContext): InlineNode[] {
  return listed(context, authorsOf(context.plan.yaml.value), 'within')
}

/**
 * The phrase that says who prepared a document: a single author's own, or that of Parties, of those who prepare
 * documents, or of all others.
 *
 * @param opening  of the kind, such as `prepared-by`
 */
export function openingPhrase({phrases, plan, dossier}: DocumentContext, opening: string): string {
  const authors = authorsOf(plan.yaml.value)
  const ways = authors.map((id) => authorWay(dossier.templates.authors, id))
  const others = `${opening}-others`
  const own = authors.length === 1 ? `${opening}-${authors[0]}` : others
  const arePreparing = ways.every((way) => way === 'prepares')
  const ofWay = ways.includes('party') ? `${others}-party` : arePreparing ? `${others}-preparing` : others
  // One that only another language has is asked for (lacking-words.ts).
  const isKnown = (key: string): boolean =>
    phrases.has(key) || [...dossier.templates.phrases.values()].some(({value}) => Object.hasOwn(value, key))
  return [own, ofWay].find((key) => key !== others && isKnown(key)) ?? others
}

function listed(context: DocumentContext, ids: readonly string[], form: 'name' | 'within'): InlineNode[] {
  return listNodes(
    context,
    ids.map((id) => nodesOf(context, id, form)),
  )
}

/** One author; inside a sentence with the sign of an example where its name is not confirmed. */
function nodesOf(context: DocumentContext, id: string, form: 'name' | 'within'): InlineNode[] {
  const body = chairedBody(context.dossier.templates.actors.value, id)
  if (body !== undefined)
    return phrase(context, form === 'name' ? 'chair' : 'chair-within', {
      body:
        form === 'name' ? actorWords(context, body, 'of-the') : actorNodes(context, body, 'of-the', 'author'),
    })
  const own = form === 'within' && actorWords(context, id, 'within') ? 'within' : 'name'
  const state = stateName(context, id, form)
  if (state !== '' && actorWords(context, id, own) === '') return text(state)
  return form === 'name' ? actorName(context, id, own) : actorNodes(context, id, own, 'author')
}

/** The name of a State in the year of the document, its capitals as the period prints them. */
function stateName(context: DocumentContext, id: string, form: 'name' | 'within'): string {
  const {parties} = context.dossier.templates.authors
  const party = Object.hasOwn(parties, id) ? parties[id] : undefined
  const forms = party ? partyForms(party, context.language.code, context.plan.yaml.value.date) : {}
  const name = forms[form] ?? ''
  return context.hasAccentedCapitals ? name : withoutAccentedCapitals(name)
}
