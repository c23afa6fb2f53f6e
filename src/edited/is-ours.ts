import {createHash} from 'node:crypto'
import {deflateSync} from 'fflate'
import {type UnitWords, unitWords} from '../certify/index.ts'
import {isInPackageOrder} from '../render/index.ts'
import {attribute, descendants, isPackedAs, type WordPackage} from '../word/index.ts'
import {paragraphsOf, plain} from './paragraphs.ts'
import {mostUnpacked, type WordFile} from './word-file.ts'

/** 1 January 1980, as a ZIP archive writes it (APPNOTE 6.3.10, 4.4.6). */
const firstDay = 0x21

/**
 * Whether a Word file is as a build left it, of whatever version and branch: its parts are ours, in our order and of one
 * time, and its words are those whose digests it holds. How they are compressed tells nothing of itself. A file of
 * before there were digests is told by its parts alone.
 *
 * @param due  what the sources give in its place; undefined where they give nothing
 */
export function isOurs(file: WordFile, due: WordFile | undefined): boolean {
  return isPackedByUs(file) && isOfOneBuild(file) && hasItsWords(file) && mayHaveItsCover(file, due)
}

/**
 * Words that are no unit, such as those of the cover, have no digest. Where they are not what the sources say, the
 * meeting or the templates have changed since, unless the parts were compressed by another program.
 */
function mayHaveItsCover(file: WordFile, due: WordFile | undefined): boolean {
  const {bytes, entries, pkg} = file
  if (due && unnamedWords(pkg) === unnamedWords(due.pkg)) return true
  return isPackedAs(bytes, entries, (content) => deflateSync(content, {level: 6}), mostUnpacked)
}

function unnamedWords(pkg: WordPackage): string {
  const unnamed = paragraphsOf(pkg).filter(({bookmark}) => bookmark === undefined)
  return unnamed.map(({words}) => words).join('\n')
}

function isPackedByUs({entries, pkg}: WordFile): boolean {
  return (
    isInPackageOrder(pkg.names) &&
    entries.every(({day, time}) => day === firstDay && time === entries[0]?.time)
  )
}

/** Its custom XML and its properties tell of the same words. */
function isOfOneBuild({anchors, digests, source}: WordFile): boolean {
  if (!anchors) return true
  const lines = anchors.map(({unit, digest}) => `${source?.document}#${unit}\t${digest}\n`)
  return digests.every((digest) => digest === sha256(lines.join('')))
}

function hasItsWords(file: WordFile): boolean {
  const {anchors, pkg} = file
  if (!anchors || !areStylesKnown(pkg)) return true
  const named = paragraphsOf(pkg).filter(({bookmark}) => bookmark !== undefined)
  return named.length === anchors.length && untouchedUnits(file).size === anchors.length
}

/**
 * The bookmarks of paragraphs whose words are those that their file was built with.
 *
 * @returns none where the file has something that no file of ours has, such as another form of the numbers of notes
 */
export function untouchedUnits({anchors, pkg}: Pick<WordFile, 'anchors' | 'pkg'>): Set<string> {
  const due = new Map(anchors?.map(({bookmark, digest}) => [bookmark, digest]))
  // Words may also stand behind those of a unit, in its paragraph.
  const all = new Map(paragraphsOf(pkg).map(({bookmark, words}) => [bookmark, words]))
  const same = wordsOf(pkg).filter(
    ({bookmark, text, plainText}) =>
      due.get(bookmark) === sha256(text) && all.get(bookmark) === plain(plainText),
  )
  return new Set(same.map(({bookmark}) => bookmark))
}

function wordsOf(pkg: WordPackage): UnitWords[] {
  try {
    return unitWords(pkg, marks)
  } catch {
    return []
  }
}

/** Marks by the ids of their styles: `CITESInserted` is inserted. A root may call its styles otherwise. */
const marks = {get: (style: string): string | undefined => markEnding.exec(style)?.[0].toLowerCase()}
const markEnding = /(?:Inserted|Deleted|Example|Missing|Hint)$/
const unmarked = new Set(['Hyperlink', 'FootnoteReference'])

/** With other styles than these it cannot be said which marks the words had. */
function areStylesKnown({parts}: WordPackage): boolean {
  return descendants(parts.get('word/document.xml'), 'w:rStyle').every((one) => {
    const style = attribute(one) ?? ''
    return unmarked.has(style) || marks.get(style) !== undefined
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
