import type {Parent} from 'unist'
import type {MarkdownSource} from '../load/index.ts'
import {addAll} from '../message/index.ts'
import {type CoverTemplate, coverOf, hasNumber} from '../resolve/index.ts'
import {type CoverBlock, type InlineNode, text, toText} from '../tree/index.ts'
import {accepted} from './accepted.ts'
import {capitalized, capitals} from './capitals.ts'
import type {PhraseValue} from './choose.ts'
import type {DocumentContext} from './context.ts'
import {coverNote, coverWords} from './cover-words.ts'
import {dateRangeNodes} from './dates.ts'
import {documentDate, issueDate} from './document-date.ts'
import {signed} from './examples.ts'
import {factValue} from './fact-value.ts'
import {coverNames, coverPlaces, ofMeeting, ordinalNodes} from './meetings.ts'
import {openLabel} from './open-labels.ts'
import {factsPath, ownWords} from './own-words.ts'
import {phrase} from './phrases.ts'
import {originalOnly, receivedExceptionally, receivedLate, singleLanguage} from './received-late.ts'
import {resolutionNumber} from './resolutions.ts'
import {documentNumber, isSymbolExample} from './symbols.ts'
import {unlessConfirmed} from './unconfirmed-phrase.ts'

const ruleWidth = 20 // Underscores of the centred rule in the documents of 1999-2011.

/** Paragraphs of inline nodes that a cover value gives; most give one. */
type CoverValue = (context: DocumentContext, symbol: string) => InlineNode[][]

const values = new Map<string, CoverValue>([
  ['symbol', ({plan}, symbol) => [isSymbolExample(plan) ? signed(text(symbol)) : text(symbol)]],
  [
    'convention',
    (context) => [
      context.labels.convention.flatMap((line, index): InlineNode[] =>
        index === 0 ? text(line) : [{type: 'break'}, ...text(line)],
      ),
    ],
  ],
  ['rule', () => [text('_'.repeat(ruleWidth))]],
  ['meeting', (context) => [coverNames(context, context.plan.meeting)]],
  ['place', (context) => [coverPlaces(context, context.plan.meeting)]],
  ['workshop', (context) => [capitalized(context, workshopWord(context, 'title'))]],
  [
    'workshop-place',
    (context) => {
      const yaml = context.subject.facts.workshop
      if (!yaml || yaml.value['known-from'] > context.asOf) return []
      return [
        phrase(context, 'meeting-place', {
          city: workshopWord(context, 'city'),
          country: workshopWord(context, 'country'),
          dates: factValue(context, {
            nodes: dateRangeNodes(context, yaml.value.starts, yaml.value.ends),
            yaml,
            isExample: yaml.value.example === true,
          }),
        }),
      ]
    },
  ],
  ['received-late', receivedLate],
  ['received-exceptionally', receivedExceptionally],
  ['single-language', singleLanguage],
  ['original-only', originalOnly],
  [
    'committee',
    (context) => [phrase(context, 'committee', {committee: context.plan.yaml.value.committee ?? ''})],
  ],
  [
    'agenda',
    (context) =>
      (context.plan.yaml.value.agenda ?? []).map((heading, index) =>
        openLabel(context, 'agenda-headings', heading, ['agenda', index]),
      ),
  ],
])

/** The workshop's title is in the decision, so that it is known before its place and dates. */
function workshopWord(context: DocumentContext, key: 'title' | 'city' | 'country'): InlineNode[] {
  return ownWords(
    context,
    context.subject.words.workshop.get(context.language.code),
    [key],
    factsPath(context.subject, 'workshop'),
  )
}

/**
 * The cover of a document, block by block in the order of its kind.
 *
 * @param body  the body's source, whose front matter holds the words; undefined when it is missing
 * @param symbol  of the document
 * @returns blocks; an unknown value or label of the kind is a bug that the kinds' schema and tests exclude
 */
export function coverBlocks(
  context: DocumentContext,
  body: MarkdownSource | undefined,
  symbol: string,
): CoverBlock[] {
  const blocks: CoverBlock[] = []
  for (const template of coverOf(context.plan.kind, context.plan.profile)) {
    const own = coverContent(context, template, body, symbol).map(
      (children): CoverBlock => ({
        type: 'coverBlock',
        style: template.style,
        unit: template.words ? template.id : undefined,
        isHeading: template.id === context.plan.kind.heading,
        children: [
          ...(template.capitals ? capitals(context, children) : children),
          ...coverNote(context, template, body),
        ],
      }),
    )
    const before = blocks.at(-1)
    if (template.continues && before && own.length > 0) before.isContinued = true
    addAll(blocks, own)
  }
  return blocks
}

function coverContent(
  context: DocumentContext,
  template: CoverTemplate,
  body: MarkdownSource | undefined,
  symbol: string,
): InlineNode[][] {
  if (template.value) {
    const value = values.get(template.value)
    if (!value) throw new Error(`The cover value ${template.value} of a kind is not known.`)
    return value(context, symbol)
  }
  if (template.phrase) {
    const nodes = phrase(context, template.phrase, documentValues(context, symbol))
    return [unlessConfirmed(context, template.phrase, nodes, {...context.plan.yaml, pointer: ['kind']})]
  }
  if (template.label) return [openLabel(context, 'document-types', template.label, ['kind'])]
  return coverWords(context, template, body)
}

/** What a phrase on a cover may name: the meeting, the day of the facts, the resolution that is amended. */
function documentValues(context: DocumentContext, symbol: string): Record<string, PhraseValue> {
  const {meeting, yaml, kind} = context.plan
  const {amends, original} = yaml.value
  const own = (record: string, value: string): PhraseValue =>
    value === '' ? '' : factValue(context, {nodes: text(value), yaml, record, isExample: false})
  return {
    symbol,
    language: context.labels.language.names[original] ?? original,
    meeting: ofMeeting(context, meeting.id, text(meeting.code)),
    ordinal: ofMeeting(context, meeting.id, ordinalNodes(context, meeting)),
    date: documentDate(context),
    issued: issueDate(context),
    number: own('symbol', hasNumber(kind) ? documentNumber(context, context.plan) : ''),
    tab: [{type: 'tab'}],
    resolution: own('amends', amends ? resolutionNumber(context, amends) : ''),
    amended: own('amends', amends ? resolutionNumber(context, {...amends, revision: meeting.code}) : ''),
  }
}

/** Plain title of a document, for properties and the page's title. */
export function plainTitle(blocks: readonly CoverBlock[]): string {
  const heading = blocks.find((block) => block.isHeading)
  return toText({type: 'title', children: accepted(heading?.children ?? [])} as Parent)
}
