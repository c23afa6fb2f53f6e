import {choices, nearest, quote} from '../../message/index.ts'
import type {TextParagraphRecord} from '../../resolve/index.ts'

/** A paragraph with its labels from the outermost on: “5. a)”. */
interface Labelled {
  paragraph: TextParagraphRecord
  labels: string
}

/**
 * The paragraph of a text that an author names by its id, by its labels from the outermost on (“5. a)”), or by its own
 * label where no other has it.
 */
export function paragraphNamed(
  paragraphs: readonly TextParagraphRecord[],
  name: string,
): TextParagraphRecord | undefined {
  const all = allOf(paragraphs)
  const byId = all.find(({paragraph}) => paragraph.id === name)
  const byLabels = all.filter(({labels}) => labels === name)
  const byOwn = all.filter(({paragraph}) => paragraph.label === name)
  const found = byId ?? only(byLabels) ?? only(byOwn)
  return found?.paragraph
}

/** Why a name leads to no paragraph, with the labels that are near it. */
export function unknownParagraph(
  text: string,
  paragraphs: readonly TextParagraphRecord[],
  name: string,
): string {
  const all = allOf(paragraphs)
  const several = all.filter(({paragraph, labels}) => paragraph.label === name || labels === name)
  if (several.length > 1)
    return `Several paragraphs of the text ${quote(text)} have the label ${quote(name)}. Write ${choices(
      '',
      several.map(({paragraph}) => paragraph.id),
    )}.`
  const known = all.flatMap(({paragraph, labels}) => (labels === '' ? [paragraph.id] : [labels]))
  const ids = all.map(({paragraph}) => paragraph.id)
  const isSame = (other: string): boolean => lettersOf(other) === lettersOf(name)
  const near = known.find(isSame) ?? nearest(name, [...known, ...ids])
  return `The text ${quote(text)} has no paragraph ${quote(name)}. Write ${near ? quote(near) : choices(name, known)}.`
}

function allOf(paragraphs: readonly TextParagraphRecord[], above = ''): Labelled[] {
  return paragraphs.flatMap((paragraph) => {
    const labels = [above, paragraph.label ?? ''].filter((label) => label !== '').join(' ')
    const own = {paragraph, labels: paragraph.label === undefined ? '' : labels}
    return [own, ...allOf(paragraph.paragraphs ?? [], labels)]
  })
}

/** “5.c)ii)” and “5 c) ii)” are “5. c) ii)” with other signs. */
function lettersOf(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function only(found: readonly Labelled[]): Labelled | undefined {
  return found.length === 1 ? found[0] : undefined
}
