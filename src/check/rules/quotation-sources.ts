import {provisionPaths, type QuotedText, type TextParagraphRecord} from '../../resolve/index.ts'
import type {Checked} from '../types.ts'
import {decisionsOf} from './decisions-of.ts'
import {sourceWords} from './quoted-words.ts'

/** Words that a document may quote: a paragraph of a decision or of a text, or a whole with all that stands under it. */
export interface QuotationSource {
  /** What the words are of, as a message names it. */
  what: 'decision' | 'text'
  name: string
  /** The directive that prints them. */
  directive: string
  /** Number of the decision or resolution, and the meeting that revised it; undefined where it has none. */
  number: string | undefined
  revision: string | undefined
  /** The label that the paragraph has in its text, where that is known. */
  label?: string | undefined
  words: readonly string[]
}

type Name = Omit<QuotationSource, 'words'>

/**
 * What a document may quote in a language: the decisions of its subject, and the texts of documents/texts/ that are in
 * force on its day. Words that are an example are nobody's measure.
 */
export function quotationSources(checked: Checked, language: string): QuotationSource[] {
  const {asOf} = checked.plan
  const texts = [...checked.texts.values()].filter(
    ({since, yaml}) => since !== undefined && since <= asOf && !yaml.value.example,
  )
  return [...ofDecisions(checked, language), ...texts.flatMap((text) => ofText(text, language))]
}

function ofDecisions(checked: Checked, language: string): QuotationSource[] {
  const own = decisionsOf(checked).filter((decision) => decision.language === language)
  return own.flatMap(({decision: {id, labels, provisions}, words}) => {
    const {text, provisions: below = {}, closing} = words.value
    const [, number, revision] = /^([\d.]+)(?:\s\(Rev\.\s(\w+)\))?/.exec(labels.adopted ?? '') ?? []
    const name: Name = {what: 'decision', name: id, directive: `::decision{of=${id}}`, number, revision}
    const inOrder = [...provisionPaths(provisions).keys()].flatMap((provision) => below[provision] ?? [])
    return [
      {...name, label: labels.adopted ?? undefined, words: sourceWords([text])},
      ...Object.entries(below).map(([provision, provisionWords]) => ({
        ...name,
        directive: `::decision{of=${id}.${provision}}`,
        words: sourceWords([provisionWords]),
      })),
      ...(closing === undefined ? [] : [{...name, words: sourceWords([closing])}]),
      ...(inOrder.length > 0
        ? [{...name, words: sourceWords([text, ...inOrder, ...(closing === undefined ? [] : [closing])])}]
        : []),
    ]
  })
}

function ofText({name, yaml, words}: QuotedText, language: string): QuotationSource[] {
  const own = words.get(language)?.value.paragraphs ?? {}
  const {resolution, decision, revision, paragraphs} = yaml.value
  const wordsUnder = ({id, paragraphs: below = []}: TextParagraphRecord): string[] => [
    own[id] ?? '',
    ...below.flatMap((one) => wordsUnder(one)),
  ]
  const sourcesOf = (paragraph: TextParagraphRecord): QuotationSource[] => {
    const {id, paragraphs: below = []} = paragraph
    const directive = `::text{of=${name} paragraph=${id}}`
    const source: Name = {what: 'text', name, directive, number: resolution ?? decision, revision}
    return [
      {...source, label: paragraph.label, words: sourceWords([own[id] ?? ''])},
      ...(below.length > 0 ? [{...source, words: sourceWords(wordsUnder(paragraph))}] : []),
      ...below.flatMap((one) => sourcesOf(one)),
    ]
  }
  return paragraphs.flatMap((paragraph) => sourcesOf(paragraph))
}
