import {compare} from '../message/index.ts'
import type {Language} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {DocumentContext} from './context.ts'
import {dateNodes} from './dates.ts'
import {exampleBlockMark, noteExample} from './examples.ts'
import {factValue} from './fact-value.ts'
import {phrase} from './phrases.ts'

/**
 * What the cover of a document says that came too late to be translated. House style, R5: the sentence (only its sense
 * was found, so that it is an example) and the marker, which is in every language.
 */
export function receivedLate(context: DocumentContext): InlineNode[][] {
  const {plan, language, dossier} = context
  const {received} = plan.yaml.value
  if (!plan.isReceivedLate || !received || !plan.deadline) return []
  noteExample(context, {
    path: dossier.templates.phrases.get(language.code)?.path ?? '',
    place: plan.yaml.data.locate(['received']),
    what: 'The sentence about a document that was received late is an example.',
  })
  const value = (iso: string, record: string): InlineNode[] =>
    factValue(context, {nodes: dateNodes(context, iso), yaml: plan.yaml, record, isExample: false})
  const values = {date: value(received, 'received'), deadline: value(plan.deadline, 'meeting')}
  return [[...exampleBlockMark(context), ...phrase(context, 'received-late', values)]]
}

/** The marker of a document that came too late to be translated. */
export function singleLanguage(context: DocumentContext): InlineNode[][] {
  return context.plan.isReceivedLate ? [singleLanguageMarker(context, context.language)] : []
}

/**
 * “(English only / únicamente en inglés / seulement en anglais)”, in the order of the languages' codes.
 *
 * @param language  the only one in which a document is made
 */
export function singleLanguageMarker({dossier}: DocumentContext, language: Language): InlineNode[] {
  const {labels, phrases} = dossier.templates
  const pieces = [...dossier.languages]
    .sort((a, b) => compare(a.code, b.code))
    .map(({code}) => {
      const name = labels.get(code)?.value.language.names[language.code] ?? language.name
      return (phrases.get(code)?.value['only-in'] ?? '{language}').replace('{language}', () => name)
    })
  return [{type: 'text', value: `(${pieces.join(' / ')})`}]
}
