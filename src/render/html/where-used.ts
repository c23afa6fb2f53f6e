import type {Level, Numbering, Styles} from '../../resolve/index.ts'
import {type DocumentTree, type NumberedParagraph, visit, visitLabelled} from '../../tree/index.ts'
import {em, space} from './lengths.ts'

// Rules for what few documents have: no other page has them.

/** Levels of the headings of a document that have numbers, by the name of their style. */
export function numberedHeadings(tree: DocumentTree, numbering: Numbering): ReadonlyMap<string, Level> {
  const headings = new Map<string, Level>()
  visit(tree, 'numberedParagraph', ({heading, sequenceKind, level}) => {
    const own = numbering[sequenceKind]?.levels[level]
    if (heading !== undefined && own) headings.set(own.style, own)
  })
  return headings
}

/**
 * Rules for headings with numbers, which look as their styles say; the distances before and after are those of other
 * headings. The number hangs before the words, on a narrow screen too.
 */
export function headingRules(headings: ReadonlyMap<string, Level>, styles: Styles): string {
  const narrow = [...headings.keys()].map((name) => hanging(name, narrowRoom))
  const rules = [...headings].map(([name, {hanging: room}]) => {
    const {bold, italic} = styles['paragraph-styles'][name] ?? {}
    const look = `font-weight:${bold ? 'bold' : 'normal'};font-style:${italic ? 'italic' : 'normal'}`
    return `\n.${name}{${look}}\n${hanging(name, em(room, styles.font.size))}`
  })
  return rules.length === 0 ? '' : `${rules.join('')}\n@media (max-width:30rem){${narrow.join('')}}`
}

/** A label that hangs before its words, which stand so far in; on a narrow screen as far as any. */
function hanging(name: string, room: string, within = ''): string {
  return `.${name}{padding-left:${room}}.${name}>${within}.num{min-width:calc(${room} - ${space});margin-left:-${room}}`
}

const narrowRoom = '1.9em'

/**
 * The rules for what is quoted with letters of its own on a narrow screen, where what has lower letters stands farther in,
 * and for paragraphs under numbered headings, whose numbers (10.12) need as much room on any screen.
 */
export function narrowRules(tree: DocumentTree, numbering: Numbering, {font}: Styles): string {
  const isQuoted = tree.sequences.some(({kind}) => kind === 'quoted-text')
  const quoted = isQuoted ? `\n@media (max-width:30rem){${hanging('quoted-text', narrowRoom, 'p>')}}` : ''
  const below = [...levelsBelowHeadings(tree, numbering)].map(
    ([kind, {hanging: room}]) => `\n${hanging(`${kind}>li`, em(room, font.size), 'p>')}`,
  )
  return quoted + below.join('')
}

/** Levels of the paragraphs that are numbered with the headings over them, by the kind of their sequence. */
function levelsBelowHeadings(tree: DocumentTree, numbering: Numbering): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  visit(tree, 'numberedParagraph', (node) => {
    const own = numbering[node.sequenceKind]?.levels[node.level]
    if (own && isBelowHeading(node)) levels.set(node.sequenceKind, own)
  })
  return levels
}

/** Whether a paragraph is numbered with the headings over it: 1.1 under 1. */
export function isBelowHeading({heading, level}: NumberedParagraph): boolean {
  return heading === undefined && level > 0
}

/** The rule for a block of the cover whose words go on in the next one: they are lines of one thing. */
export function secondLineRule(tree: DocumentTree): string {
  let isUsed = false
  visit(tree, 'coverBlock', ({isContinued}) => {
    isUsed ||= isContinued === true
  })
  return isUsed ? '\n.cover-line{margin-bottom:0}' : ''
}

/** What goes on behind a table or a quotation stands as far in as the words before that. */
export function setInRules(tree: DocumentTree, room: string): string {
  let isUsed = false
  for (const {children} of tree.children)
    isUsed ||= children.some((node) => node.type === 'continuation' && node.within !== undefined)
  return isUsed
    ? `\n.set-in{margin-left:${room}}\n@media (max-width:30rem){.set-in{margin-left:${narrowRoom}}}`
    : ''
}

/** The rule for what stands below the line, which keeps the distance of the lines. */
export function loweredRule(tree: DocumentTree): string {
  let isUsed = false
  visit(tree, 'subscript', () => {
    isUsed = true
  })
  return isUsed ? '\nsub{line-height:0;font-size:.75em}' : ''
}

/** Rules for labels that are struck or new: the room that a label has keeps out the line of the words around it. */
export function amendedRules(tree: DocumentTree): string {
  let isAmended = false
  visitLabelled(tree, ({change}) => {
    isAmended ||= change !== undefined
  })
  return isAmended
    ? '\ndel>.num,del>.num:hover{text-decoration:line-through}ins>.num,ins>.num:hover{text-decoration:underline}'
    : ''
}

/** The rule for captions with numbers, whose words stand right behind them. */
export function captionRules(tree: DocumentTree): string {
  const isUsed = tree.sequences.some(({labelText}) => labelText !== undefined)
  return isUsed ? '\ncaption .num,figcaption .num{display:inline;margin:0}' : ''
}

/** Rules for pictures, which are never wider than the screen. */
export function pictureRules(tree: DocumentTree): string {
  let isUsed = false
  visit(tree, 'captionedPicture', () => {
    isUsed = true
  })
  return isUsed
    ? '\nfigure{margin:0 0 1.5em;break-inside:avoid}figure img{display:block;max-width:100%;height:auto}figcaption p{font-size:.9em;margin:.5em 0 0}figcaption .caption{font-size:1em;font-weight:bold}'
    : ''
}
