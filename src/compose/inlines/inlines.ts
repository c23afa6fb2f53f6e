import type {Definition, PhrasingContent, Text} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {type Place, quote, startOfFile} from '../../message/index.ts'
import {type InlineNode, toText} from '../../tree/index.ts'
import {type Context, reportError} from '../context.ts'
import {documentReference} from '../document-reference.ts'
import {factNodes} from '../facts/index.ts'
import {meetingNodes} from '../meetings.ts'
import {openReference} from '../open-reference.ts'
import {dateOf, deadlineNodes} from './date-directives.ts'

/** Where inline nodes were written. */
export interface InlineSource {
  path: string
  /** Place of the whole text, when its nodes have no positions of their own (words in YAML). */
  place?: Place | undefined
  definitions?: ReadonlyMap<string, Definition> | undefined
}

type Inline = (node: TextDirective, context: Context, source: InlineSource) => InlineNode[]

/**
 * Inline Markdown to the inline nodes of the finished tree; directives are replaced by what they print.
 *
 * @param nodes  phrasing nodes of a source tree
 * @param context  of the document
 * @param source  where they were written
 */
export function inlines(
  nodes: readonly PhrasingContent[],
  context: Context,
  source: InlineSource,
): InlineNode[] {
  return nodes.flatMap((node) => inline(node, context, source))
}

function inline(node: PhrasingContent, context: Context, source: InlineSource): InlineNode[] {
  if (node.type === 'textDirective') {
    const build = directives.get(node.name)
    if (!build) throw new Error(`The directive ${node.name} has no builder.`)
    return build(node, context, source)
  }
  if (node.type === 'linkReference') {
    const definition = source.definitions?.get(node.identifier)
    const children = inlines(node.children, context, source) as never
    return definition ? [{type: 'link', url: definition.url, children}] : children
  }
  if (node.type === 'text') return [{type: 'text', value: node.value.replaceAll('\n', ' ')} satisfies Text]
  if ('children' in node)
    return [{...node, children: inlines(node.children as PhrasingContent[], context, source)} as InlineNode]
  return [{...node}] // A node of its own: `number` writes the sign of a note into it.
}

const directives = new Map<string, Inline>([
  ['sup', wrapper('superscript')],
  ['ins', wrapper('inserted')],
  ['del', wrapper('deleted')],
  [
    'lang',
    (node, context, source) => {
      const code = node.attributes?.is ?? ''
      const language = context.dossier.languages.find((candidate) => candidate.code === code)
      const children = inlines(node.children, context, source)
      return [{type: 'languageSpan', tag: language?.tag ?? code, children}]
    },
  ],
  ['ref', (node, _context, source) => [reference(node, source, {target: toText(node)})]],
  ['decision', (node, _context, source) => [reference(node, source, {decision: toText(node)})]],
  [
    'meeting',
    (node, context, source) => {
      const id = toText(node)
      const meeting = context.dossier.meetings.get(id)
      if (!meeting) {
        unknownName(
          context,
          node,
          source,
          'unknown-meeting',
          `There is no meeting ${quote(id)}. Write one of: ${[...context.dossier.meetings.keys()].join(', ')}.`,
        )
        return []
      }
      const form = node.attributes?.form
      if (form === 'code') return [{type: 'text', value: meeting.code}]
      return meetingNodes(context, id, form === 'place' || form === 'short' ? form : 'name')
    },
  ],
  [
    'document',
    (node, context, source) =>
      documentReference(context, toText(node), node.attributes?.form ?? 'symbol', {
        path: source.path,
        place: node.position ?? source.place,
      }),
  ],
  ['hint', hint],
  ['date', dated(dateOf)],
  ['deadline', dated(deadlineNodes)],
  [
    'fact',
    (node, context, source) => {
      const name = toText(node)
      context.facts.push({name, path: source.path})
      const found = factNodes(context, name)
      if ('nodes' in found) return found.nodes
      unknownName(context, node, source, 'unknown-fact', found.reason)
      return []
    },
  ],
])

/** A directive that prints a date, or says why there is none. */
function dated(find: typeof dateOf): Inline {
  return (node, context, source) => {
    const found = find(context, toText(node), node.attributes?.form ?? undefined)
    if ('nodes' in found) return found.nodes
    unknownName(context, node, source, 'unknown-date', found.reason)
    return []
  }
}

/** Between square brackets, so that it is seen in every format and in print. */
function hint(node: TextDirective, context: Context, source: InlineSource): InlineNode[] {
  context.unconfirmed.push({
    kind: 'hint',
    path: source.path,
    place: node.position ?? source.place ?? startOfFile,
    what: `The hint ${quote(toText(node))} still stands here.`,
  })
  const [open, close] = [...'[]'].map((value): Text => ({type: 'text', value}))
  const children = inlines(node.children, context, source)
  return [{type: 'hint', children: [open, ...children, close] as InlineNode[]}]
}

function wrapper(type: 'superscript' | 'inserted' | 'deleted'): Inline {
  return (node, context, source) => [{type, children: inlines(node.children, context, source)}]
}

function unknownName(
  context: Context,
  node: TextDirective,
  source: InlineSource,
  ruleId: string,
  reason: string,
): void {
  reportError(context, source.path, node.position ?? source.place, ruleId, reason)
}

function reference(
  node: TextDirective,
  source: InlineSource,
  what: {target?: string; decision?: string},
): InlineNode {
  return openReference({
    ...what,
    form: node.attributes?.form === 'letter' ? 'last' : (node.attributes?.form ?? undefined),
    path: source.path,
    place: node.position ?? source.place,
  })
}
