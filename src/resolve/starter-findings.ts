import type {VFileMessage} from 'vfile-message'
import {quote} from '../message/index.ts'
import {collector, unknown} from './findings.ts'
import type {Kind, StarterBlock} from './kind-types.ts'
import type {Located} from './located.ts'
import type {Starters} from './template-types.ts'

/**
 * Starters of the kinds that could not be written into a new document: blocks that are two things at once, names
 * without words, forms of annexes that the kind does not have.
 *
 * @param kinds  by name
 * @param starters  by language: words of one are enough, since what another lacks is said of it (sameKeys)
 */
export function starterFindings(
  kinds: ReadonlyMap<string, Located<Kind>>,
  starters: ReadonlyMap<string, Located<Starters>>,
): VFileMessage[] {
  const {messages, say} = collector()
  const words = [...starters.values()].map(({value}) => value)
  for (const [name, kind] of kinds) {
    const known = new Set(
      words.flatMap(({'of-all': shared, 'of-kinds': own}) =>
        [shared, own[name] ?? {}].flatMap((record) => Object.keys(record)),
      ),
    )
    const look = (pointer: (string | number)[], id: string | undefined): void => {
      if (id === undefined || known.has(id)) return
      const reason = `A new document of this kind would have no words for ${quote(id)}. Add “${id}: …” under “of-kinds” and ${quote(name)} in templates/starters.<language>.yaml, in every language.`
      say(kind, pointer, 'starter-words', reason)
    }
    const lookAt = (blocks: readonly StarterBlock[], pointer: (string | number)[]): void => {
      for (const [index, {section, heading, paragraph, items, block}] of blocks.entries()) {
        const at = [...pointer, index]
        const forms = [section, heading, paragraph, block].filter((form) => form !== undefined)
        if (forms.length !== 1 || (items && paragraph === undefined))
          say(
            kind,
            at,
            'starter-form',
            'A block of a starter is one of section, heading, paragraph and block, and only a paragraph has items. Write one of them.',
          )
        look([...at, 'section'], section)
        look([...at, 'heading'], heading)
        look([...at, 'paragraph'], paragraph)
        for (const [place, item] of (items ?? []).entries()) look([...at, 'items', place], item)
      }
    }
    const {starter} = kind.value
    lookAt(starter?.body ?? [], ['starter', 'body'])
    for (const [index, {form, body}] of (starter?.annexes ?? []).entries()) {
      const forms = kind.value['annex-forms'] ?? {}
      if (form !== undefined && !Object.hasOwn(forms, form))
        say(
          kind,
          ['starter', 'annexes', index, 'form'],
          'unknown-form',
          unknown('form of an annex', form, Object.keys(forms)),
        )
      lookAt(body, ['starter', 'annexes', index, 'body'])
    }
  }
  return messages
}
