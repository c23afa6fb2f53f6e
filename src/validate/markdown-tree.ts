import type {List, Node, Parent, Root, Table} from 'mdast'
import type {Directives} from 'mdast-util-directive'
import {visitParents} from 'unist-util-visit-parents'
import type {VFileMessage} from 'vfile-message'
import {characterFindings} from '../load/index.ts'
import {error, nearest, type Place, quote, startOfFile} from '../message/index.ts'
import {blockDirectiveForms, type DirectiveForm, directiveForms} from './directives.ts'
import {linkFault} from './links.ts'

const levelsOfLetters = 3 // a) i) A.; a fourth has no label
const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const idLength = 64

type Look = (node: never, ancestors: Parent[], say: Say) => void
type Say = (node: Node, ruleId: string, reason: string, place?: Place) => void

/**
 * Findings about a Markdown tree: nodes, directives, links and ids that documents do not use.
 *
 * @param tree  the source tree, with positions
 * @param path  the file, for the findings
 * @param shift  where the tree's first character stands, when it is words inside YAML
 */
export function validateTree(tree: Root, path: string, shift?: Place): VFileMessage[] {
  const messages: VFileMessage[] = []
  const say: Say = (node, ruleId, reason, place = node.position) => {
    messages.push(error(reason, {path, ruleId, place: shift ?? place ?? startOfFile}))
  }
  visitParents(tree, (node, ancestors) => {
    const look = looks.get(node.type)
    if (look) look(node as never, ancestors as Parent[], say)
    else
      say(node, 'markdown-node', `${nameOf(node)} is not used in these documents. Write it as a paragraph.`)
    const mark = node.data?.unitMark
    if (mark && (!idPattern.test(mark.id) || mark.id.length > idLength)) {
      messages.push(
        error(
          `The id ${quote(`^${mark.id}`)} is not of the form that is used here. Write small letters, digits and single hyphens, such as “^reply-deadline”.`,
          {path, ruleId: 'unit-id', place: shift ?? mark.place},
        ),
      )
    }
  })
  footnoteFindings(tree, say)
  return messages
}

const nothing: Look = () => undefined

const looks = new Map<string, Look>([
  ['root', nothing],
  ['paragraph', nothing],
  ['emphasis', nothing],
  ['strong', nothing],
  ['delete', nothing],
  ['break', nothing],
  ['listItem', nothing],
  ['blockquote', nothing],
  ['tableRow', nothing],
  ['tableCell', nothing],
  ['footnoteReference', nothing],
  [
    'text',
    (node: {value: string} & Node, _ancestors, say) => {
      const [finding] = characterFindings(node.value, '')
      if (finding) say(node, finding.ruleId ?? 'character-control', finding.reason)
      // A list that does not begin with 1. goes on as the paragraph above it, whose id then stands in the middle.
      const mark = /(?<=[ \t])\^[a-z][a-z0-9-]*(?=\n)/.exec(node.value)
      if (mark)
        say(
          node,
          'unit-id-place',
          `The id ${quote(mark[0])} stands inside a paragraph, which goes on in the next line. Put an empty line after it; begin a list with “1. ”.`,
          placeWithin(node, mark.index),
        )
    },
  ],
  [
    'html',
    (node: {value: string} & Node, ancestors, say) => {
      const closed = /^<\/([a-z0-9]+)/i.exec(node.value)?.[1]
      const opens = (other: Node): boolean =>
        other.type === 'html' && new RegExp(`^<${closed}\\b`, 'i').test((other as typeof node).value)
      if (closed && ancestors.at(-1)?.children.some(opens)) return // Said at the tag that opens.
      say(
        node,
        'markdown-html',
        `${quote(node.value)} is HTML, which is not used here. Write *words* for italics, **words** for bold, :sup[e] for raised text; write &lt; for the sign itself.`,
      )
    },
  ],
  [
    'image',
    (node: Node, _ancestors, say) =>
      say(node, 'markdown-image', 'Pictures are not used in these documents. Delete this one.'),
  ],
  [
    'imageReference',
    (node: Node, _ancestors, say) =>
      say(node, 'markdown-image', 'Pictures are not used in these documents. Delete this one.'),
  ],
  [
    'code',
    (node: Node, _ancestors, say) =>
      say(
        node,
        'markdown-node',
        'This paragraph is read as program code, because it is indented by four spaces or stands between ``` lines. Move it to the left, or delete the lines.',
      ),
  ],
  [
    'inlineCode',
    (node: Node, _ancestors, say) =>
      say(node, 'markdown-node', 'Words between ` marks are not used in these documents. Delete the marks.'),
  ],
  [
    'thematicBreak',
    (node: Node, _ancestors, say) =>
      say(node, 'markdown-node', 'A line of hyphens or stars is not used inside the text. Delete it.'),
  ],
  [
    'yaml',
    (node: Node, _ancestors, say) =>
      say(
        node,
        'front-matter',
        'A second front matter stands inside the text. Keep only the one at the top.',
      ),
  ],
  [
    'heading',
    (node: {depth: number} & Node, _ancestors, say) => {
      if (node.depth === 1)
        say(
          node,
          'heading-depth',
          'A heading with one # is the title, which stands in the front matter. Begin section headings with ##.',
        )
      if (node.depth > 3) say(node, 'heading-depth', `A heading has ${node.depth} # signs. Use ## or ###.`)
    },
  ],
  [
    'list',
    (node: List, ancestors, say) => {
      const depth = ancestors.filter((ancestor) => ancestor.type === 'list').length + 1
      if (depth > levelsOfLetters) {
        if (depth === levelsOfLetters + 1)
          say(
            node,
            'list-depth',
            'This list is the fourth level. There are labels for three: a), i) and A. Move it up, or make it a paragraph.',
          )
      } else if (!node.ordered) {
        say(
          node,
          'list-bullet',
          'Bullets are not used in these documents. Begin each item with “1. ”; the build prints a), b), c).',
        )
      }
    },
  ],
  [
    'table',
    (node: Table, ancestors, say) => {
      const parent = ancestors.at(-1) as (Parent & {name?: string}) | undefined
      if (parent?.type !== 'containerDirective' || parent.name !== 'table') {
        say(
          node,
          'table-caption',
          'This table has no caption. Write a line “:::table[Caption]{id=short-name}” before it and a line “:::” after it.',
        )
      }
      const columns = node.children[0]?.children.length ?? 0
      for (const row of node.children) {
        if (row.children.length !== columns) {
          say(
            row,
            'table-cells',
            `This row has ${row.children.length} cell${row.children.length === 1 ? '' : 's'} and the first row ${columns}. Give every row the same number, separated by |.`,
          )
        }
      }
    },
  ],
  [
    'link',
    (node: {url: string} & Node, _ancestors, say) => {
      const fault = linkFault(node.url)
      if (fault) say(node, 'link-address', fault)
    },
  ],
  [
    'definition',
    (node: {url: string} & Node, _ancestors, say) => {
      const fault = linkFault(node.url)
      if (fault) say(node, 'link-address', fault)
    },
  ],
  ['linkReference', nothing],
  [
    'footnoteDefinition',
    (node: Parent, _ancestors, say) => {
      for (const child of node.children) {
        if (child.type !== 'paragraph')
          say(child, 'note-content', 'A note holds only paragraphs. Move the rest into the text.')
      }
    },
  ],
  ['textDirective', (node: Directives, _ancestors, say) => lookAtDirective(node, directiveForms, say)],
  [
    'leafDirective',
    (node: Directives, ancestors, say) => {
      if (insideList(ancestors))
        say(
          node,
          'directive-place',
          `“::${node.name}” stands inside a list. Give it a line of its own, not indented, after the paragraph.`,
        )
      lookAtDirective(node, blockDirectiveForms, say)
    },
  ],
  [
    'containerDirective',
    (node: Directives, ancestors, say) => {
      if (insideList(ancestors))
        say(
          node,
          'directive-place',
          `“:::${node.name}” stands inside a list. Give it a line of its own, not indented, after the paragraph.`,
        )
      lookAtDirective(node, blockDirectiveForms, say)
    },
  ],
])

function insideList(ancestors: Parent[]): boolean {
  return ancestors.some((ancestor) => ancestor.type === 'list' || ancestor.type === 'blockquote')
}

/** The form that was meant: a name that is only used on a line of its own, or only in a sentence, is still known. */
function formFor(node: Directives, forms: ReadonlyMap<string, DirectiveForm>): DirectiveForm | undefined {
  const form = forms.get(node.name)
  const other = (forms === directiveForms ? blockDirectiveForms : directiveForms).get(node.name)
  const keys = Object.keys(node.attributes ?? {})
  const isOther = keys.length > 0 && !keys.some((key) => form?.attributes.has(key))
  return !form || (isOther && keys.every((key) => other?.attributes.has(key))) ? (other ?? form) : form
}

function where(form: DirectiveForm): string {
  return form.type === 'textDirective' ? ', inside a paragraph' : ', on a line of its own'
}

function isWrittenLabel(child: Node & {children?: unknown[]}): boolean {
  return Boolean(child.data && 'directiveLabel' in child.data && child.children?.length)
}

/** A place inside a text, which may run over several lines. */
function placeWithin(node: Node & {value: string}, index: number): Place | undefined {
  const start = node.position?.start
  if (!start) return undefined
  const before = node.value.slice(0, index).split('\n')
  const last = before.at(-1)?.length ?? 0
  const point = {
    line: start.line + before.length - 1,
    column: before.length > 1 ? last + 1 : start.column + last,
  }
  return {start: point, end: point}
}

function lookAtDirective(node: Directives, forms: ReadonlyMap<string, DirectiveForm>, say: Say): void {
  const colons = node.type === 'textDirective' ? ':' : node.type === 'leafDirective' ? '::' : ':::'
  const form = formFor(node, forms)
  if (!form) {
    const near = nearest(node.name, forms.keys())
    const remedy = near
      ? `Write “${forms.get(near)?.example}”.`
      : `The names are: ${[...forms.keys()].join(', ')}.`
    say(node, 'unknown-directive', `There is no directive ${quote(colons + node.name)}. ${remedy}`)
    return
  }
  if (form.type !== node.type) {
    say(node, 'directive-form', `${quote(colons + node.name)} is written “${form.example}”${where(form)}.`)
    return
  }
  const hasLabel =
    node.type === 'containerDirective'
      ? node.children.slice(0, 1).some(isWrittenLabel)
      : node.children.length > 0
  if ((form.label === 'required') !== hasLabel) {
    say(node, 'directive-form', `${quote(colons + node.name)} is written “${form.example}”.`)
    return
  }
  const attributes = new Map(Object.entries(node.attributes ?? {}))
  for (const [name, value] of attributes) {
    const expected = form.attributes.get(name)
    if (!expected) {
      say(
        node,
        'directive-attribute',
        `${quote(colons + node.name)} has no ${quote(name)}. It is written “${form.example}”.`,
      )
    } else if (!expected.pattern.test(value ?? '')) {
      say(
        node,
        'directive-attribute',
        `${quote(`${name}=${value}`)} cannot be used in ${quote(colons + node.name)}. Write for example “${name}=${expected.example}”.`,
      )
    }
  }
  for (const [name, expected] of form.attributes) {
    if (expected.required && !attributes.has(name)) {
      say(
        node,
        'directive-attribute',
        `${quote(colons + node.name)} lacks “${name}”. It is written “${form.example}”.`,
      )
    }
  }
}

function footnoteFindings(tree: Root, say: Say): void {
  const defined = new Map<string, Node>()
  const used = new Set<string>()
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'footnoteReference') {
      used.add(node.identifier)
      if (ancestors.some((ancestor) => ancestor.type === 'footnoteDefinition'))
        say(node, 'note-in-note', 'A note refers to a note. Move the words into the text.')
    }
    if (node.type === 'footnoteDefinition') {
      if (defined.has(node.identifier))
        say(
          node,
          'note-twice',
          `The note ${quote(`[^${node.identifier}]`)} occurs twice. Give one of them another name.`,
        )
      if (!idPattern.test(node.identifier))
        say(
          node,
          'unit-id',
          `The name of the note ${quote(`[^${node.identifier}]`)} is not of the form that is used here. Write small letters, digits and single hyphens, such as “[^late-replies]”.`,
        )
      defined.set(node.identifier, node)
    }
    if (node.type === 'text') {
      const match = /\[\^([^\]\s]+)\]/.exec(node.value)
      if (match)
        say(
          node,
          'note-missing',
          `The note ${quote(match[0])} has no text. Add a line “[^${match[1]}]: …” at the end of the file.`,
          placeWithin(node, match.index),
        )
    }
  })
  for (const [identifier, node] of defined) {
    if (!used.has(identifier))
      say(
        node,
        'note-unused',
        `No text refers to the note ${quote(`[^${identifier}]`)}. Put “[^${identifier}]” where it belongs, or delete the note.`,
      )
  }
}

function nameOf(node: Node): string {
  return quote(node.type)
}
