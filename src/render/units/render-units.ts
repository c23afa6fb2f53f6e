import type {Node, Parent} from 'unist'
import {addAll} from '../../message/index.ts'
import {
  type CaptionedPicture,
  type CrossReference,
  type Decision,
  type DocumentMeta,
  type Part,
  visitBlocks,
} from '../../tree/index.ts'
import {type Written, wordsOf} from '../text/words.ts'
import type {Finished} from '../types.ts'

/**
 * What a reviewer's diff shows: one unit a line, its id and its words, as far in as it stands. Values are in it; what is
 * counted is not: of a reference stands what it points at, between braces, and no label but those that come from
 * elsewhere. So one more paragraph is one more line, and no other line changes.
 *
 * Inserted and deleted text stands between `[+ +]` and `[- -]`, italic and bold words between `*` and `**`.
 *
 * @returns UTF-8, lines end with LF
 */
export function renderUnits({tree}: Finished): Uint8Array {
  const lines = [...headOf(tree.meta)]
  for (const part of tree.children) addAll(lines, ['', ...linesOf(part)])
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

/** What is said of the document outside its text: in the properties of the Word file, at the head of the page. */
function headOf({symbol, title, author, date, tag}: DocumentMeta): string[] {
  return [`= ${symbol}: ${title}`, `= ${author}, ${date}, ${tag}`]
}

function linesOf(part: Part): string[] {
  const lines = [`== ${part.name}${part.isLandscape ? ' (landscape)' : ''}: ${part.footer.trim()}`]
  visitBlocks(part, (node, ancestors) => {
    const line = lineOf(node, ancestors)
    if (line !== undefined) lines.push(line)
  })
  return lines
}

const indentation = '  '

/** A line for each paragraph, under the name that it has; undefined for what only holds others. */
function lineOf(node: Node, ancestors: readonly Parent[]): string | undefined {
  const parent = ancestors.at(-1) as (Parent & Named) | undefined
  if (node.type === 'captionedPicture') return pictureLine(node as CaptionedPicture)
  if (!paragraphs.has(node.type)) return undefined
  const owner = owners.has(parent?.type ?? '') && parent?.children[0] === node ? parent : (node as Named)
  const words = `${literalOf(owner)}${wordsOf(node, written)}`
  if (words === '' && owner?.unit === undefined) return undefined
  const depth = ancestors.filter(({type}) => deeper.has(type)).length
  return `${indentation.repeat(depth)}${headingMark(node)}${owner?.unit ?? unnamed(node)}: ${words}`.trimEnd()
}

type Named = Node & {unit?: string; style?: string; depth?: number}

/** What holds words and no paragraph again, and what else is one line. */
const paragraphs: ReadonlySet<string> = new Set([
  'addressee',
  'answerSpace',
  'coverBlock',
  'leadParagraph',
  'pictureCaption',
  'pivot',
  'sectionHeading',
  'tableCaption',
  'tableCell',
  'textParagraph',
])

/** What has the unit of its first paragraph. */
const owners: ReadonlySet<string> = new Set([
  'clause',
  'continuation',
  'decision',
  'note',
  'numberedParagraph',
  'provision',
])

/** What stands further in than what it is in. */
const deeper: ReadonlySet<string> = new Set(['provisionList', 'quotation', 'table'])

function headingMark(node: Named): string {
  return node.type === 'sectionHeading' ? `${'#'.repeat(node.depth ?? 1)} ` : ''
}

/** A paragraph without an id, such as one of the cover, by what it is. */
function unnamed({style, type}: Named): string {
  return `(${style ?? type})`
}

/** A label that comes from elsewhere, as the number that the Conference gave a decision, is no count. */
function literalOf(owner: Node | undefined): string {
  const {literal, quotedPath} = (owner ?? {}) as Partial<Decision>
  return literal === undefined || quotedPath !== undefined ? '' : `${literal} `
}

/** A picture is told by its bytes too. */
function pictureLine({unit, description, picture}: CaptionedPicture): string {
  return `${unit}: [${description}] (${picture.digest.slice(0, digits)})`
}

const digits = 12

const written: Written = {
  reference: (node) =>
    (node.links ?? [])
      .map((link, level) => targetOf(node, link, level))
      .filter(Boolean)
      .join('\u00a0'),
  mark: ({identifier}) => `{note-${identifier}}`,
  lineBreak: ' / ',
  tab: ' | ',
  emphasis: '*',
  strong: '**',
}

/** What the last level of a reference points at; a level that leads nowhere is a label of elsewhere. */
function targetOf(
  {links = [], file}: CrossReference,
  {unit, note, label}: NonNullable<CrossReference['links']>[number],
  level: number,
): string {
  if (note !== undefined) return `{note-${note}}`
  if (unit === undefined) return label
  if (level < links.length - 1) return ''
  return file === undefined ? `{${unit}}` : `{${file}#${unit}}`
}
