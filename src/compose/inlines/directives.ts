import type {TextDirective} from 'mdast-util-directive'
import {choices, quote, startOfFile, warning} from '../../message/index.ts'
import {type InlineNode, text, toText} from '../../tree/index.ts'
import {type Context, type InlineDirective, type InlineSource, type Reason, reportError} from '../context.ts'
import {documentReference} from '../document-reference.ts'
import {factNodes} from '../facts/index.ts'
import {meetingForms, meetingNodes, ofMeeting} from '../meetings.ts'
import {openReference} from '../open-reference.ts'
import {dateOf, deadlineNodes} from './date-directives.ts'
import {inlines} from './inlines.ts'
import {openingDirective} from './opening-directive.ts'

/** What each directive inside a sentence prints, by its name; how it is written stands in src/validate/directives.ts. */
export const inlineDirectives: ReadonlyMap<string, InlineDirective> = new Map<string, InlineDirective>([
  ['sup', wrapper('superscript')],
  ['sub', wrapper('subscript')],
  ['ins', wrapper('inserted')],
  ['del', wrapper('deleted')],
  ['undecided', (node, context, source) => bracketed(inlines(node.children, context, source))],
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
          () => `There is no meeting ${quote(id)}. Write ${choices(id, context.dossier.meetings.keys())}.`,
        )
        return []
      }
      const form = node.attributes?.form
      if (form === 'code') return ofMeeting(context, id, [{type: 'text', value: meeting.code}])
      return meetingNodes(context, id, meetingForms.find((known) => known === form) ?? 'name')
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
  ['opening', openingDirective],
  ['hint', hint],
  ['date', dated(dateOf)],
  ['deadline', dated(deadlineNodes)],
  [
    'fact',
    (node, context, source) => {
      const name = toText(node)
      context.facts.push({name, path: source.path})
      const found = factNodes(context, name)
      if ('nodes' in found) {
        if (found.doubt) reportDoubt(context, node, source, 'amount-nothing', found.doubt)
        return found.nodes
      }
      unknownName(context, node, source, 'unknown-fact', found.reason)
      return []
    },
  ],
])

/** A directive that prints a date, or says why there is none. */
function dated(find: typeof dateOf): InlineDirective {
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
  return [{type: 'hint', children: bracketed(inlines(node.children, context, source))}]
}

/** Between square brackets, which are how text is printed on which nothing is decided yet. House style, 1i. */
function bracketed(nodes: readonly InlineNode[]): InlineNode[] {
  return [...text('['), ...nodes, ...text(']')]
}

function wrapper(type: 'superscript' | 'subscript' | 'inserted' | 'deleted'): InlineDirective {
  return (node, context, source) => [{type, children: inlines(node.children, context, source)}]
}

function unknownName(
  context: Context,
  node: TextDirective,
  source: InlineSource,
  ruleId: string,
  reason: Reason,
): void {
  reportError(context, source.path, node.position ?? source.place, ruleId, reason)
}

/** What reads badly is printed, and said. */
function reportDoubt(
  context: Context,
  node: TextDirective,
  source: InlineSource,
  ruleId: string,
  reason: string,
): void {
  const {path, place} = source
  context.messages.push(
    warning(reason, {path, place: node.position ?? place, ruleId, language: context.language.code}),
  )
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
    ...(node.position ? {before: `:${node.name}[`.length} : {}),
  })
}
