import type {QuotedText, TextParagraphRecord} from '../resolve/index.ts'
import type {OldUnit} from './types.ts'

/**
 * The paragraphs of a text in a language, in their order.
 *
 * @param pivot  the words of the line between the preamble and the operative part, as the language prints it
 * @returns the units, and the ids of paragraphs that have no words in the language
 */
export function oldUnits(
  text: QuotedText,
  language: string,
  pivot: string,
): {units: OldUnit[]; lacking: string[]} {
  const words = text.words.get(language)?.value.paragraphs ?? {}
  const [units, lacking]: [OldUnit[], string[]] = [[], []]
  const add = ({id, label, paragraphs = []}: TextParagraphRecord, parent: number | undefined): void => {
    const own = words[id]
    if (own === undefined) lacking.push(id)
    const index = units.length
    const isPivot = own !== undefined && lettersOf(own) === lettersOf(pivot)
    const isContinuation = parent !== undefined && label === undefined
    units.push({id, text: (own ?? '').trim().replace(/\s*\n\s*/g, ' '), parent, isPivot, isContinuation})
    for (const below of paragraphs) add(below, index)
  }
  for (const paragraph of text.yaml.value.paragraphs) add(paragraph, undefined)
  return {units, lacking}
}

/** Letters alone, without accents: the line is printed with them in one period and without them in another. */
function lettersOf(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}
