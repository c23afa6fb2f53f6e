import type {Node, Parent} from 'unist'
import {asTyped, type Place, quote} from '../../message/index.ts'
import type {DocumentPlan, QuotedText, TextParagraphRecord} from '../../resolve/index.ts'
import {printsResolution} from '../../resolve/index.ts'
import {type Part, visit, visitParents} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import type {Checked} from '../types.ts'
import {earlierText} from './accepted-text.ts'
import {agrees, type Effort, isNear, isTooMuch, quotedWords, sourceWords} from './quoted-words.ts'

/**
 * A resolution with proposed amendments reads, without them, as the text in force: what is new is marked, and nothing of the
 * old text is missing. Only where documents/texts/ has that text. Source: that text itself.
 */
export const amendedWords = defineRule('amended-words', 'warning', (checked, report) => {
  const text = amendedText(checked)
  if (!text) return
  const command = `“${asTyped('amend', checked.plan.path)}”`
  for (const {tree, language} of checked.compositions.values()) {
    const words = text.words.get(language.code)
    const part = tree.children.find((one) => isAmended(one, checked))
    // What is begun and not yet written is nobody's resolution.
    if (!words || !part || holdsHint(part)) continue
    const paragraphs = paragraphsOf(text.yaml.value.paragraphs, words.value.paragraphs)
    const {passages, hasMarks} = passagesOf(part)
    const faults = faultsOf(passages, paragraphs, pivotIn(part))
    const details = {path: part.file, language: language.code}
    if (!faults) {
      report(tooMuch, {...details, place: passages[0]?.place})
      continue
    }
    const [first] = faults
    const name = words.path
    if (!first) continue
    if (!hasMarks) {
      const reason = `What this changes in the text in force is not marked yet. Type ${command}, which compares it with ${name}.`
      report(reason, {...details, place: first.place})
      continue
    }
    for (const {passage, paragraph, place} of faults) {
      report(reasonOf(passage, paragraph, name, command), {...details, place})
    }
  }
})

const tooMuch =
  'The paragraphs of this text are more than can be compared with those of the text in force. Split it.'

function holdsHint(part: Part): boolean {
  let isFound = false
  visit(part, 'hint', () => {
    isFound = true
  })
  return isFound
}

function reasonOf(
  passage: Passage | undefined,
  paragraph: Paragraph | undefined,
  name: string,
  command: string,
): string {
  if (!passage)
    return `The paragraph ${quote(paragraph?.text ?? '')} of ${name} is missing. Put it back as :del[…], or type ${command}.`
  const reads = `Without its amendments this paragraph reads ${quote(passage.text)}`
  const instead = paragraph ? `but ${name} has ${quote(paragraph.text)}` : `which is not in ${name}`
  return `${reads}, ${instead}. Mark what is new with :ins[…] and what goes with :del[…], or type ${command}.`
}

/** The text that a document amends, where its words are known. */
function amendedText({plan, texts}: Checked): QuotedText | undefined {
  const {amends} = plan.yaml.value
  if (!amends) return undefined
  return [...texts.values()].find(({yaml: {value}}) => {
    return value.resolution === amends.number && value.revision === (amends.revision ?? undefined)
  })
}

/** The part that is the resolution: the body, or an annex of that form. */
function isAmended({name}: Part, {plan, templates}: Checked): boolean {
  if (printsResolution(plan.kind, templates)) return name === 'body'
  return (
    formOf(plan, name) !== undefined &&
    formOf(plan, name) === plan.kind['annex-forms']?.['revised-resolution']
  )
}

function formOf({annexes}: DocumentPlan, name: string): unknown {
  return annexes.find((annex) => annex.name === name)?.form
}

interface Paragraph {
  id: string
  text: string
  words: string[]
}

function paragraphsOf(
  records: readonly TextParagraphRecord[],
  words: Readonly<Record<string, string>>,
): Paragraph[] {
  return records.flatMap(({id, paragraphs = []}) => {
    const text = words[id]
    const own = text === undefined ? [] : [{id, text, words: sourceWords([text])}]
    return [...own, ...paragraphsOf(paragraphs, words)]
  })
}

/** Words of a paragraph, item or heading as they were before the amendments. */
interface Passage {
  unit: string | undefined
  text: string
  words: string[]
  place: Place | undefined
}

function passagesOf(part: Part): {passages: Passage[]; hasMarks: boolean} {
  const passages: Passage[] = []
  let hasMarks = false
  visitParents(part, ['leadParagraph', 'sectionHeading'], (node, ancestors) => {
    const unit = [node as Node, ...ancestors.toReversed()].find(hasUnit)?.unit
    const place = [node, ...ancestors.toReversed()].find(({position}) => position)?.position
    const text = earlierText(node).trim().replace(/\s+/g, ' ')
    hasMarks ||= holdsMark(node)
    if (text !== '' && !holds(node, ['missingMark']))
      passages.push({unit, text, words: quotedWords(text), place})
  })
  return {passages, hasMarks}
}

function hasUnit(node: Node): node is Node & {unit: string} {
  return 'unit' in node && typeof node.unit === 'string'
}

const holdsMark = (node: Node): boolean => holds(node, ['inserted', 'deleted'])

function holds(node: Node, types: readonly string[]): boolean {
  if (types.includes(node.type)) return true
  return 'children' in node && (node as Parent).children.some((child) => holds(child, types))
}

function pivotIn(part: Part): string[] {
  const pivot = part.children.find(({type}) => type === 'pivot')
  return pivot ? quotedWords(earlierText(pivot)) : []
}

interface Fault {
  passage?: Passage
  paragraph?: Paragraph | undefined
  place: Place | undefined
}

/** What is no paragraph of the text in force, and what of that text stands nowhere; undefined where it is too much. */
function faultsOf(
  passages: readonly Passage[],
  paragraphs: readonly Paragraph[],
  pivot: readonly string[],
): Fault[] | undefined {
  const effort: Effort = {words: 0}
  const wrong = passages.filter(({words}) => !paragraphs.some((one) => agrees(words, one.words, effort)))
  const taken = new Set<Paragraph>()
  const faults = wrong.map((passage): Fault => {
    const paragraph =
      paragraphs.find(({id}) => id === passage.unit) ??
      paragraphs.find((one) => isNear(passage.words, one.words, effort))
    if (paragraph) taken.add(paragraph)
    return {passage, paragraph, place: passage.place}
  })
  let before = passages[0]?.place
  for (const paragraph of paragraphs) {
    const found = passages.find(({words}) => agrees(words, paragraph.words, effort))
    if (found) before = found.place
    else if (!taken.has(paragraph) && !agrees(pivot, paragraph.words, effort))
      faults.push({paragraph, place: before})
  }
  return isTooMuch(effort) ? undefined : faults
}
