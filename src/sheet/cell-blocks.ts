import type {CellBlock} from './types.ts'

/** How the lines of a list are labelled: what stands before their words, and which place in the list a label says. */
interface Sort {
  marker: RegExp
  /** From 1; a bullet says none. */
  placeOf?: (label: string) => number
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

// Signs of the fonts of Word stand in the private use area; a tick says something.
const signs = '[•‣⁃◦∙▪▫■□●○◆◇❖►▶▸➢➤➔◼◾·\\ue000-\\uf8ff]\\s*(?=\\S)'
/** A dash before figures may be a minus. */
const bullet = new RegExp(`^(?:${signs}|[-–—*]\\s+(?=[^\\s\\d]))`, 'u')
/** A dash alone is no list, and a star may be that of a note. */
const lone = new RegExp(`^${signs}`, 'u')

const sorts: readonly Sort[] = [
  {marker: /^\(?([ivx]{1,5})\)\s*(?=\S)/, placeOf: (label) => romans.indexOf(label) + 1},
  {marker: /^\(?([a-z])\)\s*(?=\S)/, placeOf: (label) => label.charCodeAt(0) - 'a'.charCodeAt(0) + 1},
  {marker: /^(\d{1,3})[.)]\s+(?=\S)/, placeOf: Number},
  {marker: bullet},
]

/**
 * What a cell holds, of its lines: two and more lines that are labelled one after the other from the first on (`a)`, `b)`;
 * `1.`, `2.`; bullets) are the items of a list, whose labels the build prints; any other line is a paragraph, without the bullet
 * that it may have.
 *
 * @param cell  lines parted by `\n`; an empty one says nothing
 * @returns nothing of an empty cell
 */
export function cellBlocks(cell: string): CellBlock[] {
  const lines = cell.split('\n').filter((line) => line !== '')
  const blocks: CellBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    const lists = sorts.map((sort) => itemsFrom(lines, at, sort))
    const items = lists.find(({length}) => length > 1)
    if (items) {
      blocks.push({items})
      at += items.length - 1
    } else blocks.push({words: (lines[at] ?? '').replace(lone, '')})
  }
  return blocks
}

/** The words of the lines from one on that are labelled in a way, one after the other from the first label on. */
function itemsFrom(lines: readonly string[], from: number, {marker, placeOf}: Sort): string[] {
  const items: string[] = []
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [label, place] = marker.exec(line) ?? []
    if (label === undefined || (placeOf && placeOf(place ?? '') !== items.length + 1)) break
    items.push(line.slice(label.length))
  }
  return items
}
