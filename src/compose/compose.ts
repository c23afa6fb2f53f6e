import type {Definition, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {finding} from '../message/index.ts'
import type {DocumentPlan, Dossier, Language} from '../resolve/index.ts'
import type {CoverBlock, DocumentTree, FlowNode, InlineNode, Part} from '../tree/index.ts'
import {bodyBlocks} from './blocks/index.ts'
import {numberedParagraph, type PartContext} from './blocks/part-context.ts'
import {type Context, contextFor, type Unconfirmed} from './context.ts'
import {coverBlocks, frontMatterWords, plainTitle} from './cover.ts'
import {joinText} from './join-text.ts'
import {withMissingUnits} from './missing-units.ts'
import {phrase, plainPhrase} from './phrases.ts'
import {completeReferences} from './references.ts'
import {symbolOf} from './symbols.ts'

/** A document in one language, composed but not yet numbered. */
export interface Composition {
  plan: DocumentPlan
  language: Language
  tree: DocumentTree
  messages: VFileMessage[]
  /** Everything printed that is not confirmed. */
  unconfirmed: Unconfirmed[]
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
  const annexes = plan.fact.value.annexes ?? []
  const parts = [
    composePart(context, 'body', body, symbol, undefined, cover),
    ...annexes.map((name, index) => {
      const label =
        annexes.length === 1
          ? plainPhrase(context, 'annex')
          : plainPhrase(context, 'annex-numbered', {number: String(index + 1)})
      return composePart(context, name, partSource(context, name), symbol, label, [])
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
      author: context.labels.actors[plan.fact.value.author] ?? '',
      date: plan.fact.value.date,
      alternatives: plan.languages.map((entry) => ({
        language: entry.language.code,
        tag: entry.language.tag,
        name: entry.language.name,
      })),
      words: context.labels.page,
    },
    sequences: [],
    children: parts,
  }
  completeReferences(tree, context)
  explainExamples(tree, context)
  joinText(tree)
  return {plan, language, tree, messages: context.messages, unconfirmed: context.unconfirmed}
}

function partSource(context: Context, name: string): MarkdownSource | undefined {
  return context.plan.parts.get(context.language.code)?.find((part) => part.name === name)?.source
}

function composePart(
  context: Context,
  name: string,
  source: MarkdownSource | undefined,
  symbol: string,
  label: string | undefined,
  cover: CoverBlock[],
): Part {
  const path = source?.path ?? `documents/${context.plan.path}/${name}.${context.language.code}.md`
  const nodes = partNodes(context, name, source, path)
  const part: PartContext = {
    context,
    path,
    sequence: name === 'body' ? 'paragraphs' : name,
    definitions: definitionsIn(nodes),
    isExample: false,
  }
  const opening: FlowNode[] =
    name === 'body' ? openingParagraph(part) : annexHead(context, source, symbol, label ?? '', name)
  const printed = label ? `${symbol} ${label}` : symbol
  return {
    type: 'part',
    name,
    unit: name,
    file: path,
    footer: plainPhrase(context, 'footer', {symbol: printed, page: ''}),
    label,
    children: [...cover, ...opening, ...bodyBlocks(nodes, part)],
  }
}

/** Link addresses by name, wherever the file defines them. */
function definitionsIn(nodes: readonly RootContent[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(
    {type: 'root', children: [...nodes]},
    'definition',
    (node) => void definitions.set(node.identifier, node),
  )
  return definitions
}

/** Nodes of a part; in a language that is drafting, with a stand-in for each unit it lacks. */
function partNodes(
  context: Context,
  name: string,
  source: MarkdownSource | undefined,
  path: string,
): RootContent[] {
  const own = source?.tree.children ?? []
  const originalCode = context.plan.fact.value.original
  if (context.state === 'complete' || context.language.code === originalCode) return [...own]
  const original = context.plan.parts.get(originalCode)?.find((part) => part.name === name)?.source
  if (!original) return [...own]
  const {nodes, missing} = withMissingUnits(original.tree.children, own)
  if (missing.length > 0) {
    const where = source
      ? {path, place: undefined}
      : {
          path: context.plan.fact.path,
          place: context.plan.fact.data.locate(['languages', context.language.code]),
        }
    context.messages.push(
      finding(
        'warning',
        `${context.language.name} lacks ${missing.length} unit${missing.length === 1 ? '' : 's'} of ${original.path}: ${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ', …' : ''}. Translate them.`,
        {...where, ruleId: 'units-missing', language: context.language.code},
      ),
    )
  }
  return nodes
}

/** The first paragraph that the kind prints by itself, such as who prepared the document. */
function openingParagraph(part: PartContext): FlowNode[] {
  const {context} = part
  const {opening} = context.plan.kind
  if (!opening) return []
  const nodes = phrase(context, `${opening}-${context.plan.fact.value.author}`)
  return [numberedParagraph(part, opening, nodes)]
}

function annexHead(
  context: Context,
  source: MarkdownSource | undefined,
  symbol: string,
  label: string,
  name: string,
): CoverBlock[] {
  const block = (style: string, children: InlineNode[], unit?: string): CoverBlock => ({
    type: 'coverBlock',
    style,
    unit,
    isHeading: false,
    children,
  })
  return [
    block('annex-symbol', [{type: 'text', value: symbol}]),
    block('annex', [{type: 'text', value: label}]),
    block('annex-title', frontMatterWords(context, source, 'title'), `${name}.title`),
  ]
}

/** Under the cover, what the example marks mean; only where one was printed. */
function explainExamples(tree: DocumentTree, context: Context): void {
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
