import type {Paragraph, RootContent} from 'mdast'
import {location} from 'vfile-location'
import {type MarkdownSource, type Source, treeOfWords} from '../load/index.ts'
import {isHint, oneLine, type TranslationUnit, translationUnits} from '../translation/index.ts'
import {introduces, pictureIn, quotedLabelOf, toText, visit} from '../tree/index.ts'
import {ownPictures} from './own-pictures.ts'

/** A file of words as it begins in another language. */
export interface BegunFile {
  text: string
  /** Units in hints, which are to be translated. */
  hints: number
  /** Blocks that this language has to make for itself, as a picture with words in it: each by the name of its file. */
  leftOut: string[]
}

/** A stretch of a text that is replaced. */
interface Edit {
  from: number
  to: number
  text: string
}

/**
 * A file of words with a hint in the place of each of its units: ids, lists, tables, directives and notes stay as they are in the
 * original, byte for byte, so that whoever writes in an editor can lose none, and has the words to translate at their place.
 * What holds no words (a number, a date that is printed of a fact) is the same in every language and is taken over. What a picture shows
 * has no place for a hint: it stays empty, which prints as missing.
 *
 * Lines that switch rules off are left out: they were about the original's words.
 *
 * @param source  of the original, without errors
 */
export function begunFile(source: Source): BegunFile {
  const text = String(source.file)
  const pictures = source.kind === 'markdown' ? ownPictures(source.tree) : []
  const units = translationUnits(source).filter(
    ({start}) => !pictures.some(({from, to}) => start >= from && start < to),
  )
  const toTranslate = units.filter((unit) => !isWordless(unit) && !isHint(unit))
  const edits = [
    ...toTranslate.map((unit) => editOf(unit, text, source)),
    ...pictures.map(({from, to}) => ({from, to, text: ''})),
    ...switchesOf(source, text),
  ]
  return {
    text: edited(text, edits),
    hints: toTranslate.length,
    leftOut: pictures.map(({name}) => name),
  }
}

const signs = /^(?:[^\p{L}:]|:[a-z-]+\[[^\]]*\](?:\{[^}]*\})?)*$/u
const worded = /:(?:ins|del|lang|sup|sub|undecided)\[/
// 1,031 and 12.5 are written otherwise elsewhere.
const parted = /\d[.,\s]\d/

/** Whether a unit holds nothing that is other words, or a number that is written otherwise, in another language. */
function isWordless({source}: TranslationUnit): boolean {
  return signs.test(source) && !worded.test(source) && !parted.test(source)
}

/** A paragraph, item or heading that has no id, so that nobody could say what its translation is; undefined where all have one. */
export function unitWithoutId(source: MarkdownSource): RootContent | undefined {
  const starts = new Set(translationUnits(source).map(({start}) => start))
  let found: RootContent | undefined
  visit(source.tree, ['paragraph', 'heading'], (node) => {
    const block = node as Paragraph
    const start = block.children[0]?.position?.start.offset
    if (found || start === undefined || starts.has(start) || pictureIn(block)) return
    found = block
  })
  return found
}

function editOf(unit: TranslationUnit, text: string, {kind}: Source): Edit {
  const {start, end} = unit
  const isYaml = unit.kind === 'words' && (kind === 'yaml' || unit.key.includes('#front-matter.'))
  if (isYaml) {
    // A text on lines of its own ends with the end of its last line, which stays.
    const to = end - (/(?:\r?\n)+$/.exec(text.slice(start, end))?.[0].length ?? 0)
    return {from: start, to, text: JSON.stringify(hintOf(unit, unit.source))}
  }
  if (unit.kind === 'description') return {from: start, to: end, text: ''}
  // A line that is broken by hand is broken where the words of this language need it.
  const typed = text.slice(start, end).replaceAll('\r', '').replace(/\\\n/g, '\n')
  return {from: start, to: end, text: hintOf(unit, oneLine(typed))}
}

/**
 * The words in a hint; without their marks where a bracket in them would end it. References to notes at their end stand
 * behind it, and a colon, which says that a list belongs to them.
 */
function hintOf({nodes, around}: TranslationUnit, words: string): string {
  const paragraph: Paragraph = {type: 'paragraph', children: [...nodes]}
  const notes = /(?:\[\^[^\]\s]+\])*$/.exec(words)?.[0] ?? ''
  const before = words.slice(0, words.length - notes.length)
  // The label of its source stands before the words of a quotation.
  const label = before.slice(0, around.isQuoted ? (quotedLabelOf(before)?.length ?? 0) : 0)
  const own = before.slice(label.length).replace(/[ \u00a0]*:$/, '')
  const behind = `${introduces(paragraph) ? ':' : before.slice(label.length + own.length)}${notes}`
  const hint = `:hint[${own}]`
  return `${label}${isOneHint(hint) ? hint : `:hint[${toText(treeOfWords(own)).replace(marks, '\\$&')}]`}${behind}`
}

function isOneHint(text: string): boolean {
  const [paragraph, ...more] = treeOfWords(text).children
  const [only, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : []
  return more.length === 0 && others.length === 0 && only?.type === 'textDirective'
}

const marks = /[\\[\]`*_:<>&~^|{}]/g

/** The lines that switch rules off, and the empty line behind each. */
function switchesOf(source: Source, text: string): Edit[] {
  const inTree = source.kind === 'markdown' ? (source.tree.data?.disables ?? []) : []
  const {toOffset} = location(text)
  return [...source.data.disables, ...inTree].map(({place}) => {
    const from = text.lastIndexOf('\n', (toOffset(place.start) ?? 0) - 1) + 1
    const to = toOffset(place.end) ?? from
    return {from, to: to + (/^\s*?\n(?:[ \t]*\n)?/.exec(text.slice(to))?.[0].length ?? 0), text: ''}
  })
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((all, {from, to, text: put}) => all.slice(0, from) + put + all.slice(to), text)
}
