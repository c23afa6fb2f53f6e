import type {List, Node, Parent, Root, Table} from 'mdast'
import type {Directives} from 'mdast-util-directive'
import {visitParents} from 'unist-util-visit-parents'
import type {VFileMessage} from 'vfile-message'
import {characterFindings} from '../load/index.ts'
import {error, type Place, quote, startOfFile} from '../message/index.ts'
import {lookAtDirective} from './directive-findings.ts'
import type {Forms} from './directives.ts'
import {linkFault} from './links.ts'
import {slips} from './markdown-slips.ts'
import {noteFindings} from './note-findings.ts'
import {placeWithin, type Say} from './say.ts'
import {sizeFault, tableSizeFault} from './size.ts'

const levelsOfLetters = 3 // a) i) A.; a fourth has no label
const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const idLength = 64

type Look = (node: never, ancestors: Parent[], say: Say, forms: Forms) => void

/**
 * Findings about a Markdown tree: nodes, directives, links and ids that documents do not use.
 *
 * @param tree  the source tree, with positions
 * @param path  the file, for the findings
 * @param forms  directives that may be written
 * @param shift  where the tree's first character stands, when it is words inside YAML
 */
export function validateTree(tree: Root, path: string, forms: Forms, shift?: Place): VFileMessage[] {
  const messages: VFileMessage[] = []
  const say: Say = (node, ruleId, reason, place = node.position) => {
    messages.push(error(reason, {path, ruleId, place: shift ?? place ?? startOfFile}))
  }
  const size = sizeFault(tree)
  if (size) {
    say(size.node, size.ruleId, size.reason)
    return messages
  }
  visitParents(tree, (node, ancestors) => {
    const look = looks.get(node.type)
    if (look) look(node as never, ancestors as Parent[], say, forms)
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
    } else if (mark && isWithoutWords(node)) {
      const reason = `The id ${quote(`^${mark.id}`)} has no words before it. Write it at the end of the words that it names, without an empty line between them.`
      say(node, 'unit-id-place', reason, mark.place)
    }
  })
  noteFindings(tree, say)
  return messages
}

/** A cell of a table may be empty and bear the name of its row. */
function isWithoutWords(node: Node): boolean {
  return (node.type === 'paragraph' || node.type === 'heading') && (node as Parent).children.length === 0
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
  [
    'blockquote',
    (node: Parent, ancestors, say) => {
      const isInItem = ancestors.some(({type}) => type === 'listItem')
      const other = node.children.find(({type}) => type !== 'paragraph' && (type !== 'list' || isInItem))
      if (other)
        say(
          other,
          'quotation-content',
          isInItem
            ? 'A quotation inside a lettered item holds only paragraphs. Move the rest out of it.'
            : 'A quotation (lines that begin with “>”) holds only paragraphs and lettered lists. Move the rest out of it.',
        )
    },
  ],
  ['tableRow', nothing],
  ['tableCell', nothing],
  ['footnoteReference', nothing],
  [
    'text',
    (node: {value: string} & Node, _ancestors, say) => {
      const [finding] = characterFindings(node.value, '')
      if (finding) say(node, finding.ruleId ?? 'character-control', finding.reason)
      for (const slip of slips) {
        const match = slip.pattern.exec(node.value)
        if (!match) continue
        say(node, slip.ruleId, slip.reason(match[0].trim()))
        return
      }
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
    (node: {depth: number} & Parent, _ancestors, say) => {
      if (node.children.length === 0 && !node.data?.unitMark)
        say(node, 'heading-form', 'This heading has no words. Write them behind the # signs, or delete it.')
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
      const size = tableSizeFault(node)
      if (size) {
        say(node, size.ruleId, size.reason)
        return
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
  ['textDirective', (node: Directives, _ancestors, say, forms) => lookAtDirective(node, forms, say)],
  [
    'leafDirective',
    (node: Directives, ancestors, say, forms) => {
      if (insideList(ancestors))
        say(
          node,
          'directive-place',
          `“::${node.name}” stands inside a list. Give it a line of its own, not indented, after the paragraph.`,
        )
      lookAtDirective(node, forms, say)
    },
  ],
  [
    'containerDirective',
    (node: Directives, ancestors, say, forms) => {
      if (insideList(ancestors))
        say(
          node,
          'directive-place',
          `“:::${node.name}” stands inside a list. Give it a line of its own, not indented, after the paragraph.`,
        )
      lookAtDirective(node, forms, say)
    },
  ],
])

function insideList(ancestors: Parent[]): boolean {
  return ancestors.some((ancestor) => ancestor.type === 'list' || ancestor.type === 'blockquote')
}

function nameOf(node: Node): string {
  return quote(node.type)
}
