import type {WordFile} from '../edited/index.ts'
import {attribute, childrenOf, descendants, visibleText, type XmlElement} from '../word/index.ts'

/** Elements whose words are taken away, are settings, or stand in a paragraph of their own. */
const skipped = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:p'])
const worded = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen'])

/** How the names of bookmarks begin that stand around the words of a unit. */
const unitPrefix = 'u_'

/** Names of what a reference or the mark of a note leads to. */
interface Names {
  /** Id of the unit by its bookmark. */
  units: ReadonlyMap<string, string>
  /** Id of the unit of a note by the number that the file gives it. */
  notes: ReadonlyMap<string, string>
}

/**
 * The words of a Word file for `git diff`: a paragraph a line, with the id of its unit before it where the file says it.
 * Labels are left out, and references are shown by what they lead to: a paragraph that is put in changes no other line.
 *
 * @param file  of whatever version of ours, also one that somebody edited, or one of another program
 * @returns lines without their ends
 */
export function wordText({pkg, anchors}: WordFile): string[] {
  const units = new Map(anchors?.map(({bookmark, unit}) => [bookmark, unit]))
  const notes = new Map(
    descendants(pkg.parts.get('word/footnotes.xml'), 'w:footnote').map((note) => [
      attribute(note, 'w:id') ?? '',
      units.get(bookmarkOf(note) ?? '') ?? 'note',
    ]),
  )
  return ['word/document.xml', 'word/footnotes.xml']
    .flatMap((name) => descendants(pkg.parts.get(name), 'w:p'))
    .map((paragraph) => lineOf(paragraph, {units, notes}))
    .filter((line) => line !== '')
}

function lineOf(paragraph: XmlElement, names: Names): string {
  const words = wordsOf(paragraph, names).normalize('NFC').replace(/\s+/g, ' ').trim()
  const unit = names.units.get(bookmarkOf(paragraph) ?? '')
  return unit === undefined ? words : `${unit}  ${words}`
}

function wordsOf(paragraph: XmlElement, names: Names): string {
  let text = ''
  // A field is its instruction until it ends, and its result is computed.
  const open: string[] = []
  const add = (words: string): void => {
    if (open.length === 0) text += words
  }
  const walk = (parent: XmlElement): void => {
    for (const element of childrenOf(parent)) {
      const {name} = element
      const anchor = attribute(element, 'w:anchor')
      if (skipped.has(name)) continue
      if (name === 'w:fldChar') {
        const type = attribute(element, 'w:fldCharType')
        if (type === 'begin') open.push('')
        else if (type === 'end' && open.length > 0) add(ofField(open.pop() ?? '', names))
      } else if (name === 'w:instrText') {
        if (open.length > 0) open.push(`${open.pop()}${element.children.filter(isText).join('')}`)
      } else if (name === 'w:fldSimple') add(ofField(attribute(element, 'w:instr') ?? '', names))
      else if (name === 'w:hyperlink' && anchor !== undefined) add(leadingTo(anchor, names))
      else if (name === 'w:footnoteReference')
        add(`{note:${names.notes.get(attribute(element, 'w:id') ?? '') ?? '?'}}`)
      else if (name === 'wp:docPr') add(`[${attribute(element, 'descr') ?? ''}]`)
      else if (worded.has(name)) add(visibleText(element))
      else walk(element)
    }
  }
  walk(paragraph)
  return text
}

function isText(child: XmlElement | string): child is string {
  return typeof child === 'string'
}

/** A reference by its target, any other field by its name. */
function ofField(instruction: string, names: Names): string {
  const [, name = '', target = ''] = /^\s*(\S+)\s*(\S*)/.exec(instruction) ?? []
  return /^(?:NOTE|PAGE)?REF$/.test(name) ? leadingTo(target, names) : `{${name}}`
}

function leadingTo(bookmark: string, {units}: Names): string {
  return `{ref:${units.get(bookmark) ?? bookmark}}`
}

/** The first bookmark of a unit in a paragraph. */
function bookmarkOf(paragraph: XmlElement): string | undefined {
  const names = descendants(paragraph, 'w:bookmarkStart').map((one) => attribute(one, 'w:name') ?? '')
  return names.find((name) => name.startsWith(unitPrefix))
}
