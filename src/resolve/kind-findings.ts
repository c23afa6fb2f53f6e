import type {VFileMessage} from 'vfile-message'
import {nearest, quote} from '../message/index.ts'
import {collector, idsOnce, unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Kind, Labels, Numbering} from './template-types.ts'

/**
 * Names in the kinds that lead nowhere: labels, phrases, numbered sequences, the block that is the heading.
 *
 * @param kinds  by name
 * @param labels  by language; the keys are the same in all, so the first is asked
 * @param phrases  by language, likewise
 */
export function kindFindings(
  kinds: ReadonlyMap<string, Located<Kind>>,
  labels: ReadonlyMap<string, Located<Labels>>,
  phrases: ReadonlyMap<string, Located<Record<string, string>>>,
  numbering: Numbering,
): VFileMessage[] {
  const {messages, say} = collector()
  const types = [...labels.values()][0]?.value['document-types']
  const sentences = [...phrases.values()][0]?.value
  const look = (
    kind: Located<Kind>,
    pointer: (string | number)[],
    what: string,
    name: string | undefined,
    known: object | undefined,
  ): void => {
    if (name === undefined || !known || Object.hasOwn(known, name)) return
    const near = nearest(name, Object.keys(known))
    const reason =
      what === 'phrase' && !near
        ? `There is no phrase ${quote(name)}. Add “${name}: …” under “of-kinds” in templates/phrases.<language>.yaml, in every language.`
        : unknown(what, name, Object.keys(known))
    say(kind, pointer, `unknown-${what.replaceAll(' ', '-')}`, reason)
  }
  for (const kind of kinds.values()) {
    const {value} = kind
    const [pattern, words] = [value.symbol, value['symbol-phrase']]
    if ((pattern === undefined) === (words === undefined))
      say(
        kind,
        pattern === undefined ? [] : ['symbol-phrase'],
        'kind-symbol',
        'A kind has either “symbol”, a pattern such as "{meeting} Doc. {number}", or “symbol-phrase”, the key of a phrase. Write one of the two.',
      )
    look(kind, ['symbol-phrase'], 'phrase', words, sentences)
    const blocks = value.cover.map((block) => block.id)
    for (const [index, block] of value.cover.entries()) {
      if (
        [block.value, block.words, block.label, block.phrase].filter((source) => source !== undefined)
          .length !== 1
      )
        say(
          kind,
          ['cover', index],
          'kind-cover',
          'A block of the cover takes its words from exactly one of value, words, label and phrase. Write one of them.',
        )
      look(kind, ['cover', index, 'label'], 'document type', block.label, types)
      look(kind, ['cover', index, 'phrase'], 'phrase', block.phrase, sentences)
    }
    idsOnce(kind, ['cover'], value.cover, 'block of the cover', say)
    if (!blocks.includes(value.heading))
      say(
        kind,
        ['heading'],
        'unknown-block',
        `The cover has no block ${quote(value.heading)}. Write one of: ${blocks.join(', ')}.`,
      )
    for (const [heading, sequence] of Object.entries(value.sequences ?? {}))
      look(kind, ['sequences', heading], 'sequence', sequence, numbering)
    for (const [form, {'document-type': type}] of Object.entries(value['annex-forms'] ?? {}))
      look(kind, ['annex-forms', form, 'document-type'], 'document type', type, types)
  }
  return messages
}
