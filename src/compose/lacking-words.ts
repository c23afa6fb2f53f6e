import {quote} from '../message/index.ts'
import {type Labels, pointerOfPhrase} from '../resolve/index.ts'
import {type Context, reportMissing} from './context.ts'

/** Maps of the labels to which a root adds, by their keys. */
export type OpenLabels = 'agenda-headings' | 'document-types' | 'columns'

/**
 * Words of a root's own that other languages have and that of the document lacks: they are asked for where they are
 * printed, since a language in which nobody prints them does not need them.
 *
 * @param id  key of the words
 * @param remedy  what to add, and where
 * @param pointer  keys of document.yaml that lead to who calls for them
 */
export function reportLacking(
  context: Context,
  id: string,
  remedy: string,
  pointer: (string | number)[] = ['languages', context.language.code],
): void {
  const {home, language, messages} = context
  const reason = `${quote(id)} has no words in ${language.name}. Add ${remedy}.`
  if (messages.some((message) => message.reason === reason)) return
  reportMissing(context, home.path, home.data.locate(pointer), 'template-keys', reason)
}

/** Reports a phrase that some other language has; false where none has it. */
export function reportLackingPhrase(context: Context, key: string): boolean {
  const {dossier, language} = context
  const has = [...dossier.templates.phrases.values()].find(({value}) => Object.hasOwn(value, key))
  if (!has) return false
  const [map, inMap] = pointerOfPhrase(has, key)
  const under = inMap === undefined ? '' : ` under ${quote(String(map))}`
  reportLacking(context, key, `“${key}: …”${under} in templates/phrases.${language.code}.yaml`)
  return true
}

/** Reports a label that some other language has. */
export function reportLackingLabel(
  context: Context,
  map: OpenLabels,
  id: string,
  pointer?: (string | number)[],
): void {
  const {dossier, language} = context
  const isKnown = [...dossier.templates.labels.values()].some(({value}) => hasLabel(value, map, id))
  if (!isKnown) return
  reportLacking(
    context,
    id,
    `“${id}: …” under ${quote(map)} in templates/labels.${language.code}.yaml`,
    pointer,
  )
}

/** Whether a language has a label. */
function hasLabel(labels: Labels, map: OpenLabels, id: string): boolean {
  return Object.hasOwn(labels[map], id)
}
