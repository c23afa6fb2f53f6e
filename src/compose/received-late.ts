import {compare} from '../message/index.ts'
import type {Language} from '../resolve/index.ts'
import {type InlineNode, text} from '../tree/index.ts'
import type {DocumentContext} from './context.ts'
import {dateNodes} from './dates.ts'
import {exampleBlockMark, noteExample} from './examples.ts'
import {factValue} from './fact-value.ts'
import {phrase} from './phrases.ts'
import {unconfirmedPhrase} from './unconfirmed-phrase.ts'

/**
 * What the cover of a document of a committee says that came after the last day, and where it has one language alone that
 * it is not translated. House style, R5: only the sense of the sentence was found, so that it is an example until the root
 * confirms it.
 */
export function receivedLate(context: DocumentContext): InlineNode[][] {
  return lateSentence(context, 'received-late')
}

/**
 * The same of a document for the Conference, which is taken in exceptional circumstances only. House style, R2: no cover
 * of such a document was found, so that the sentence is an example.
 */
export function receivedExceptionally(context: DocumentContext): InlineNode[][] {
  return lateSentence(context, 'received-exceptionally')
}

function lateSentence(context: DocumentContext, key: string): InlineNode[][] {
  const {plan} = context
  const {received} = plan.yaml.value
  if (!plan.isReceivedLate || !received || !plan.deadline) return []
  const what = 'The sentence about a document that was received late is an example.'
  const example = unconfirmedPhrase(context, key, what, {...plan.yaml, pointer: ['received']})
  if (example) noteExample(context, example)
  const value = (iso: string, record: string): InlineNode[] =>
    factValue(context, {nodes: dateNodes(context, iso), yaml: plan.yaml, record, isExample: false})
  const values = {
    date: value(received, 'received'),
    deadline: value(plan.deadline, 'meeting'),
    languages: languagesNamed(context),
  }
  return [[...(example ? exampleBlockMark(context) : []), ...phrase(context, key, values)]]
}

/** The marker of a document that is not translated: the language in which it was written. Nothing where it has others. */
export function originalOnly(context: DocumentContext): InlineNode[][] {
  const {original} = context.plan.yaml.value
  if (languagesNamed(context) > 1) return []
  const language = context.dossier.languages.find(({code}) => code === original) ?? context.language
  return [singleLanguageMarker(context, language)]
}

/** The marker of a document that came too late to be translated; nothing where it was translated all the same. */
export function singleLanguage(context: DocumentContext): InlineNode[][] {
  return context.plan.isReceivedLate ? originalOnly(context) : []
}

function languagesNamed({plan}: DocumentContext): number {
  return Object.keys(plan.yaml.value.languages).length
}

/**
 * “(English only / únicamente en inglés / seulement en anglais)”, in the order of the languages' codes, as the period
 * writes it.
 *
 * @param language  the only one in which a document or an annex is written
 * @param form  `marked` where each of its parts is told to be in its language
 */
export function singleLanguageMarker(
  {dossier, plan}: DocumentContext,
  language: Language,
  form: 'plain' | 'marked' = 'plain',
): InlineNode[] {
  const {labels, phrases} = dossier.templates
  const pieces = [...dossier.languages]
    .sort((a, b) => compare(a.code, b.code))
    .map(({code, tag}) => {
      const name = labels.get(code)?.value.language.names[language.code] ?? language.name
      const pattern = plan.profile['only-in']?.[code] ?? phrases.get(code)?.value['only-in'] ?? '{language}'
      return {tag, words: pattern.replace('{language}', () => name)}
    })
  if (form === 'plain') return text(`(${pieces.map(({words}) => words).join(' / ')})`)
  const marked = pieces.flatMap(({tag, words}, index): InlineNode[] => [
    ...(index === 0 ? [] : text(' / ')),
    {type: 'languageSpan', tag, children: text(words)},
  ])
  return [...text('('), ...marked, ...text(')')]
}
