import type {VFileMessage} from 'vfile-message'
import {choices, nearest, quote} from '../message/index.ts'
import {actorFault} from './actors.ts'
import {collector, idsOnce, unknown} from './findings.ts'
import type {Kind} from './kind-types.ts'
import type {Located} from './located.ts'
import type {KnownNames, Numbering} from './template-types.ts'

/**
 * Names in the kinds that lead nowhere: labels, phrases, numbered sequences, the block that is the heading.
 *
 * @param kinds  by name
 * @param names  known document types and phrases
 */
export function kindFindings(
  kinds: ReadonlyMap<string, Located<Kind>>,
  {actors, documentTypes: types, phrases: sentences}: KnownNames,
  numbering: Numbering,
): VFileMessage[] {
  const {messages, say} = collector()
  const sequences = new Set(Object.keys(numbering))
  const look = (
    kind: Located<Kind>,
    pointer: (string | number)[],
    what: string,
    name: string | undefined,
    known: ReadonlySet<string>,
  ): void => {
    if (name === undefined || known.has(name)) return
    const near = nearest(name, known)
    const reason =
      what === 'phrase' && !near
        ? `There is no phrase ${quote(name)}. Add “${name}: …” under “of-kinds” in templates/phrases.<language>.yaml, in every language.`
        : unknown(what, name, known)
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
      const ofWords = (['required', 'lines', 'caption'] as const).find((key) => block[key] !== undefined)
      if (ofWords && block.words === undefined)
        say(
          kind,
          ['cover', index, ofWords],
          'kind-cover',
          `${quote(ofWords)} belongs to words that the author types. Write “words” beside it, or delete it.`,
        )
      if (block.note !== undefined && block.words !== undefined)
        say(
          kind,
          ['cover', index, 'note'],
          'kind-cover',
          'Words that the author types have their note behind them. Delete “note”.',
        )
      look(kind, ['cover', index, 'caption'], 'phrase', block.caption, sentences)
      look(kind, ['cover', index, 'label'], 'document type', block.label, types)
      look(kind, ['cover', index, 'phrase'], 'phrase', block.phrase, sentences)
    }
    idsOnce(kind, ['cover'], value.cover, 'block of the cover', say)
    if (!blocks.includes(value.heading))
      say(
        kind,
        ['heading'],
        'unknown-block',
        `The cover has no block ${quote(value.heading)}. Write ${choices(value.heading, blocks)}.`,
      )
    for (const [heading, sequence] of Object.entries(value.sequences ?? {}))
      look(kind, ['sequences', heading], 'sequence', sequence, sequences)
    look(kind, ['section-sequence'], 'sequence', value['section-sequence'], sequences)
    for (const [heading, sequence] of Object.entries(value['heading-sequences'] ?? {}))
      look(kind, ['heading-sequences', heading], 'sequence', sequence, sequences)
    for (const body of Object.keys(value.deadlines ?? {})) {
      const fault = actorFault(actors, body, 'body')
      if (fault) say(kind, ['deadlines', body], fault.ruleId, fault.reason)
    }
    for (const [form, {'document-type': type, phrase}] of Object.entries(value['annex-forms'] ?? {})) {
      look(kind, ['annex-forms', form, 'document-type'], 'document type', type, types)
      look(kind, ['annex-forms', form, 'phrase'], 'phrase', phrase, sentences)
    }
  }
  return messages
}
