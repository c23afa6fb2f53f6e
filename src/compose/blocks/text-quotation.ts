import {addAll, choices, quote} from '../../message/index.ts'
import {addresseesOf, type QuotedText, type TextParagraphRecord} from '../../resolve/index.ts'
import type {
  Clause,
  Continuation,
  Decision,
  LeadParagraph,
  Note,
  Provision,
  ProvisionList,
  Quotation,
} from '../../tree/index.ts'
import {directedTo} from '../actor-words.ts'
import {reportMissing} from '../context.ts'
import {missing} from '../decisions.ts'
import {noteExample} from '../examples.ts'
import {namedNotes, ownNote, ownNotes} from '../note-names.ts'
import {ownWords} from '../own-words.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import {withMark} from './marked-example.ts'
import {type PartContext, placeOf} from './part-context.ts'
import {paragraphNamed, unknownParagraph} from './text-paragraphs.ts'

/**
 * `::text{of=conf-11-3}`: a resolution or decision of elsewhere word for word, with the labels of its own text;
 * `paragraph="5. a)"` quotes one of its paragraphs, by its label or its id. It needs no subject.
 */
export const textQuotation: BlockDirective = (node, part) => {
  const {of = '', paragraph, id} = node.attributes ?? {}
  const {texts} = part.context.dossier
  const text = texts.get(of ?? '')
  if (!text) {
    const remedy = texts.size > 0 ? `Write ${choices(of ?? '', texts.keys())}, or add` : 'Add'
    const reason = `There is no text ${quote(of ?? '')}. ${remedy} documents/texts/${of}.yaml with its words beside it.`
    return refuse(node, part, {ruleId: 'unknown-text', reason})
  }
  const early = notInForce(part, text)
  if (early) return refuse(node, part, {ruleId: 'text-not-in-force', reason: early})
  const all = text.yaml.value.paragraphs
  const named = paragraph ? paragraphNamed(all, paragraph) : undefined
  if (paragraph && !named)
    return refuse(node, part, {
      ruleId: 'unknown-paragraph',
      reason: unknownParagraph(text.name, all, paragraph),
    })
  if (!text.words.has(part.context.language.code)) reportNoWords(part, node, text)
  const quoting: Quoting = {part, text, unit: id ?? `text-${text.name}`}
  return blocksOf(quoting, named ? [named] : all, !named)
}

/** Said once: each paragraph of such a text is a mark. */
function reportNoWords(
  {context, path}: PartContext,
  node: Parameters<BlockDirective>[0],
  {name}: QuotedText,
): void {
  const {code, name: language} = context.language
  const reason = `The text ${quote(name)} has no words in ${language}. Add them in documents/texts/${name}.${code}.yaml.`
  reportMissing(context, path, placeOf(node), 'words-missing', reason)
}

/** A text that is being quoted, and the id of the quotation. */
interface Quoting {
  part: PartContext
  text: QuotedText
  unit: string
}

function blocksOf(
  quoting: Quoting,
  paragraphs: readonly TextParagraphRecord[],
  isWhole: boolean,
): (Quotation | Note)[] {
  const {part, text, unit} = quoting
  const {addressee, example} = text.yaml.value
  const [first, ...rest] = paragraphs.map((paragraph) => paragraphNode(quoting, paragraph))
  if (example)
    noteExample(part.context, {
      path: text.yaml.path,
      place: text.yaml.data.locate(['example']),
      what: 'The words of this text are an example.',
    })
  const quotation: Quotation = {type: 'quotation', children: []}
  if (isWhole && addressee !== undefined)
    quotation.children.push({
      type: 'addressee',
      unit: `addressee-of-${unit}`,
      within: 'quotation',
      children: directedTo(part.context, addresseesOf(text.yaml.value), 1),
    })
  if (first) quotation.children.push(example ? withMark(first, part) : first)
  for (const node of rest) quotation.children.push(node)
  return [quotation, ...notesOf(quoting, quotation)]
}

/** A paragraph with a label hangs from it, one without is a clause; what stands below has its own labels. */
function paragraphNode(quoting: Quoting, paragraph: TextParagraphRecord): Clause | Decision {
  const {id, label, paragraphs} = paragraph
  const unit = `${quoting.unit}.${id}`
  const lead = leadOf(quoting, id)
  if (label === undefined) {
    const below = paragraphs ? blocksBelow(quoting, paragraphs, 'quoted-text', 0) : []
    return {type: 'clause', style: 'quotation', unit, children: [lead, ...below]}
  }
  const sequenceKind = label.length > longestLabel ? 'quoted-number' : 'quoted-text'
  const below = paragraphs ? blocksBelow(quoting, paragraphs, sequenceKind, 1) : []
  return {
    type: 'decision',
    unit,
    file: wordsPath(quoting),
    ...numbering(unit, label, sequenceKind, 0),
    children: [lead, ...below],
  }
}

/** What has room before the words where a letter has; the number of a decision needs more. */
const longestLabel = 4

/** What stands below a paragraph: lists of those with labels, and between and behind them those without. */
function blocksBelow(
  quoting: Quoting,
  paragraphs: readonly TextParagraphRecord[],
  sequenceKind: string,
  level: number,
): (ProvisionList | Continuation)[] {
  const blocks: (ProvisionList | Continuation)[] = []
  for (const {id, label, paragraphs: below = []} of paragraphs) {
    const unit = `${quoting.unit}.${id}`
    const lead = leadOf(quoting, id)
    const last = blocks.at(-1)
    if (label === undefined) {
      const within = level === 0 ? {} : {within: {sequenceKind, level: level - 1}}
      const own = blocksBelow(quoting, below, sequenceKind, level)
      const children: Continuation['children'] = [lead, ...own.filter(isList)]
      blocks.push({type: 'continuation', style: 'quotation', unit, ...within, children})
      addAll(
        blocks,
        own.filter((block) => !isList(block)),
      )
      continue
    }
    const provision: Provision = {
      type: 'provision',
      unit,
      ...numbering(unit, label, sequenceKind, level),
      children: [lead, ...blocksBelow(quoting, below, sequenceKind, level + 1)],
    }
    if (last?.type === 'provisionList') last.children.push(provision)
    else blocks.push({type: 'provisionList', children: [provision]})
  }
  return blocks
}

function isList(block: ProvisionList | Continuation): block is ProvisionList {
  return block.type === 'provisionList'
}

/** Each label is a sequence of its own: what a text prints need not follow from what stands before it. */
function numbering(
  unit: string,
  literal: string,
  sequenceKind: string,
  level: number,
): Pick<Decision, 'sequence' | 'sequenceKind' | 'level' | 'literal'> {
  return {sequence: `text:${unit}`, sequenceKind, level, literal}
}

function wordsPath({part, text}: Quoting): string {
  const {code} = part.context.language
  return text.words.get(code)?.path ?? `documents/texts/${text.name}.${code}.yaml`
}

function leadOf({part, text, unit}: Quoting, id: string): LeadParagraph {
  const {context} = part
  const words = text.words.get(context.language.code)
  const nodes = words
    ? ownWords(context, words, ['paragraphs', id], `documents/texts/${text.name}`)
    : missing(context, id)
  return {type: 'leadParagraph', children: ownNotes(nodes, unit)}
}

function notesOf({part, text, unit}: Quoting, quotation: Quotation): Note[] {
  const {context} = part
  const words = text.words.get(context.language.code)
  const named = namedNotes(quotation)
  return Object.keys(words?.value.notes ?? {}).flatMap((name) => {
    const note = ownNote(
      name,
      unit,
      ownWords(context, words, ['notes', name], `documents/texts/${text.name}`),
    )
    return named.has(note.identifier) ? [note] : []
  })
}

/** Why a text cannot be quoted on the day of the document: it was not in force yet. */
function notInForce({context}: PartContext, text: QuotedText): string | undefined {
  const {since, name, yaml} = text
  if (since === undefined || since <= context.asOf) return undefined
  const isSame = (other: QuotedText): boolean =>
    other.yaml.value.resolution === yaml.value.resolution && other.yaml.value.decision === yaml.value.decision
  const inForce = [...context.dossier.texts.values()].flatMap((other) =>
    isSame(other) && other.since !== undefined && other.since <= context.asOf ? other.name : [],
  )
  const [only] = inForce
  const remedy =
    only === undefined
      ? 'Quote the text that was in force'
      : `Write ${inForce.length === 1 ? quote(only) : choices(name, inForce)}, which was in force`
  return `The text ${quote(name)} is in force since ${since}, after the day of the document (${context.asOf}). ${remedy}, or correct one of the two days.`
}
