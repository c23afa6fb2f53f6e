import {authorsOf, authorWay} from '../resolve/index.ts'
import {type InlineNode, text} from '../tree/index.ts'
import {authorNames, authorsWithin, openingPhrase} from './author-words.ts'
import type {DocumentContext} from './context.ts'
import {phrase} from './phrases.ts'

/** Name of the note on an author's geographical names; its unit is `note-author`. */
export const authorNote = 'author'

/** The mark of that note. */
export const asterisk = (): InlineNode => ({type: 'footnoteReference', identifier: authorNote})

/** The sentence with which a kind opens its documents; nothing where it has none. Any phrase that holds `{note}` has the asterisk. */
export function openingSentence(context: DocumentContext): InlineNode[] {
  const {opening} = context.plan.kind
  if (!opening) return []
  return phrase(context, openingPhrase(context, opening), {
    author: authorsWithin(context),
    note: [asterisk()],
  })
}

/** The authors as a sentence names them, with the asterisk where a Party is among them. */
export function authorsNoted(context: DocumentContext): InlineNode[] {
  return noted(context, authorsWithin(context))
}

/** The authors as they stand alone, such as under “Proponent”, with the same asterisk. */
export function namesNoted(context: DocumentContext): InlineNode[] {
  return noted(context, text(authorNames(context)))
}

function noted({dossier, plan}: DocumentContext, names: InlineNode[]): InlineNode[] {
  const {authors} = dossier.templates
  const isOfParty = authorsOf(plan.yaml.value).some((id) => authorWay(authors, id) === 'party')
  return [...names, ...(isOfParty ? [asterisk()] : [])]
}
