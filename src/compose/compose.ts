import type {Definition, RootContent} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {finding, quote, severalOf} from '../message/index.ts'
import {
  type AnnexPlan,
  type DocumentPlan,
  type Dossier,
  type Language,
  printedBlocks,
} from '../resolve/index.ts'
import {
  type CoverBlock,
  type DocumentTree,
  type FlowNode,
  holdsPivot,
  type InlineNode,
  type Part,
  visit,
} from '../tree/index.ts'
import {annexLabel} from './annex-label.ts'
import {authorNames} from './author-words.ts'
import {bodyBlocks} from './blocks/index.ts'
import {type PartContext, partSequence} from './blocks/part-context.ts'
import {conditionParity} from './conditions/condition-parity.ts'
import {wordsAsFactsStand} from './conditions/words-as-facts-stand.ts'
import type {DocumentContext, Dropped, Made, Unconfirmed, UsedDirective, UsedFact} from './context.ts'
import {coverBlocks, plainTitle} from './cover.ts'
import {documentLinks} from './document-links.ts'
import {frontMatterWords} from './front-matter.ts'
import {joinText} from './join-text.ts'
import {withLackingNotes} from './lacking-notes.ts'
import {contextFor} from './make-context.ts'
import {withMissingUnits} from './missing-units.ts'
import {namedNotes} from './note-names.ts'
import {numberCaptions} from './numbered-captions.ts'
import {contextIn, tellLanguage} from './one-language.ts'
import {openLabel} from './open-labels.ts'
import {authorNotes, hasAuthorNote, openingParagraph} from './opening.ts'
import {phrase, plainPhrase} from './phrases.ts'
import {singleLanguageMarker} from './received-late.ts'
import {completeReferences} from './references.ts'
import {shownPictures} from './shown-pictures.ts'
import {symbolOf} from './symbols.ts'

/** A document in one language, composed but not yet numbered. */
export interface Composition {
  plan: DocumentPlan
  language: Language
  tree: DocumentTree
  messages: VFileMessage[]
  /** Everything printed that is not confirmed. */
  unconfirmed: Unconfirmed[]
  /** Every directive on a line of its own, in the order of the text. */
  directives: UsedDirective[]
  /** Every fact that a sentence named, in the order of the text. */
  facts: UsedFact[]
  /** Words that are not printed as the facts stand. */
  dropped: Dropped[]
  /** How much was made of words. */
  made: Made
}

/**
 * One document in one language: cover, body, annexes, generated sections, references with their targets.
 *
 * @param dossier  all facts
 * @param plan  the document
 * @param language  one of its languages
 */
export function compose(dossier: Dossier, plan: DocumentPlan, language: Language): Composition {
  const context = contextFor(dossier, plan, language)
  const symbol = symbolOf(context, plan)
  const body = partSource(context, 'body')
  const cover = coverBlocks(context, body, symbol)
  const {annexes} = plan
  const contexts = [context, ...annexes.map(({only}) => contextIn(context, only))]
  const parts = [
    composePart(context, {name: 'body'}, symbol, undefined, cover),
    ...annexes.map((annex, index) => {
      const label = annexLabel(context, annexes, annex.name, 'annex')
      return composePart(contexts[index + 1] ?? context, annex, symbol, label, [])
    }),
  ]
  const tree: DocumentTree = {
    type: 'citesDocument',
    meta: {
      path: plan.path,
      language: language.code,
      tag: language.tag,
      languageName: language.name,
      symbol,
      title: plainTitle(cover),
      author: authorNames(context),
      date: plan.yaml.value.date,
      alternatives: plan.languages.map((entry) => ({
        language: entry.language.code,
        tag: entry.language.tag,
        name: entry.language.name,
      })),
      words: context.labels.page,
    },
    sequences: [],
    ...(plan.kind['note-marks'] === 'signs' || hasAuthorNote(parts) ? {noteFormat: 'chicago'} : {}),
    children: parts,
  }
  for (const [index, part] of parts.entries()) numberCaptions(part, contexts[index] ?? context)
  for (const [index, part] of parts.entries())
    completeReferences(tree, contexts[index] ?? context, plan, part)
  for (const part of parts) tellLanguage(part, context)
  shownPictures(tree, context)
  context.showsExample = contexts.some(({showsExample}) => showsExample)
  explainExamples(tree, context)
  tree.meta.links = documentLinks(context)
  joinText(tree)
  const {messages, unconfirmed, directives, facts, dropped, made} = context
  return {plan, language, tree, messages, unconfirmed, directives, facts, dropped, made}
}

function partSource(context: DocumentContext, name: string): MarkdownSource | undefined {
  return context.plan.parts.get(context.language.code)?.find((part) => part.name === name)?.source
}

function composePart(
  context: DocumentContext,
  annex: AnnexPlan,
  symbol: string,
  label: string | undefined,
  cover: CoverBlock[],
): Part {
  const {name, form} = annex
  const source = partSource(context, name)
  const path = source?.path ?? `documents/${context.plan.path}/${name}.${context.language.code}.md`
  const nodes = partNodes(context, name, source, path)
  const part: PartContext = {
    context,
    name,
    path,
    numbersParagraphs: (form ?? context.plan.kind)['numbers-paragraphs'] && !form?.['numbers-from-section'],
    numbersOperative:
      (form ?? context.plan.kind)['numbers-operative'] ?? context.plan.profile['numbers-operative'] ?? false,
    numbersFromSection: form?.['numbers-from-section'] === true,
    sequence: partSequence(name),
    style: nodes.some(holdsPivot) ? 'preambular' : 'unnumbered',
    definitions: definitionsIn(nodes),
    isExample: false,
  }
  const opening = name === 'body' ? openingParagraph(part, nodes, originalNodes(context, name)) : undefined
  const head: FlowNode[] = opening ?? annexHead(context, source, {symbol, label: label ?? ''}, annex)
  const own = bodyBlocks(nodes, part)
  const blocks = opening ? [...authorNotes(part, [...opening, ...own]), ...own] : own
  const text = blocks.filter(isText)
  // In the order of the text, wherever they were written; a title that is not translated yet may lack its reference.
  const named = namedNotes({type: 'part', children: [...cover, ...head, ...text]})
  const notes = [...named].flatMap((name) =>
    blocks.filter((node) => node.type === 'note' && node.identifier === name),
  )
  const printed = label ? `${symbol} ${label}` : symbol
  return {
    type: 'part',
    name,
    unit: name,
    ...(annex.of ? {of: annex.of} : {}),
    ...(annex.only ? {only: annex.only.code} : {}),
    file: path,
    footer: plainPhrase(context, 'footer', {symbol: printed, page: ''}),
    isLandscape: (name === 'body' ? context.plan.kind : form)?.landscape === true,
    label,
    children: [...cover, ...head, ...text, ...notes],
  }
}

function isText(node: FlowNode): boolean {
  return node.type !== 'note'
}

/** Link addresses by name, wherever the file defines them. */
function definitionsIn(nodes: readonly RootContent[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const node of nodes)
    visit(node, 'definition', (found) => void definitions.set(found.identifier, found))
  return definitions
}

/** Nodes of a part; in a language that is drafting, with a stand-in for each unit it lacks. */
function partNodes(
  context: DocumentContext,
  name: string,
  source: MarkdownSource | undefined,
  path: string,
): RootContent[] {
  const originalCode = context.plan.yaml.value.original
  const original = context.language.code === originalCode ? undefined : originalSource(context, name)
  if (original && source) conditionParity(context, source, original)
  const isDrafting = context.state !== 'complete' && original !== undefined
  // Also in words that are not printed as the facts stand.
  const whole = withLackingNotes(context, source, isDrafting ? original.tree.children : [])
  const own = wordsAsFactsStand(context, whole)
  if (!isDrafting) return own
  const {nodes, missing} = withMissingUnits(originalNodes(context, name), own)
  if (missing.length > 0) {
    const where = source
      ? {path, place: missing[0]?.after && {start: missing[0].after.end, end: missing[0].after.end}}
      : {
          path: context.plan.yaml.path,
          place: context.plan.yaml.data.locate(['languages', context.language.code]),
        }
    context.messages.push(
      finding(
        'warning',
        `${context.language.english} lacks ${missing.length} unit${missing.length === 1 ? '' : 's'} of ${original.path}: ${severalOf(missing.map(({key, words}) => quote(words || key)))}. Translate ${missing.length === 1 ? 'it' : 'them'}.`,
        {...where, ruleId: 'units-missing', language: context.language.code},
      ),
    )
  }
  return nodes
}

function originalSource({plan}: DocumentContext, name: string): MarkdownSource | undefined {
  return plan.parts.get(plan.yaml.value.original)?.find((part) => part.name === name)?.source
}

function originalNodes(context: DocumentContext, name: string): readonly RootContent[] {
  const original = originalSource(context, name)
  return original ? printedBlocks(original.tree.children, context.plan).nodes : []
}

/** Symbol, “Annex 1”, in which language alone it is, what its form is called where it has a name, and its title. */
function annexHead(
  context: DocumentContext,
  source: MarkdownSource | undefined,
  {symbol, label}: {symbol: string; label: string},
  {name, form, only}: AnnexPlan,
): CoverBlock[] {
  const block = (style: string, children: InlineNode[], unit?: string): CoverBlock => ({
    type: 'coverBlock',
    style,
    unit,
    isHeading: false,
    children,
  })
  const type = form?.['document-type']
  return [
    block('annex-symbol', [{type: 'text', value: symbol}]),
    block('annex', [{type: 'text', value: label}]),
    ...(only ? [block('annex', singleLanguageMarker(context, only, 'marked'))] : []),
    ...(type ? [block('annex-type', openLabel(context, 'document-types', type, ['kind']))] : []),
    ...(form?.phrase ? [block('amendment-note', phrase(context, form.phrase))] : []),
    block('annex-title', frontMatterWords(context, source, 'title'), `${name}.title`),
  ]
}

/** Under the cover, what the example marks mean; only where one was printed. */
function explainExamples(tree: DocumentTree, context: DocumentContext): void {
  if (!context.showsExample) return
  const body = tree.children[0]
  const notice: CoverBlock = {
    type: 'coverBlock',
    style: 'notice',
    isHeading: false,
    children: phrase(context, 'example-notice'),
  }
  const end = body?.children.findIndex((node) => node.type !== 'coverBlock') ?? 0
  body?.children.splice(end < 0 ? body.children.length : end, 0, notice)
}
