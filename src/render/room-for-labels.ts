import type {Level, Numbering} from '../resolve/index.ts'
import {type DocumentTree, isCaption, visitLabelled} from '../tree/index.ts'

/**
 * The numbering of a document: labels that a text brings with it, such as “14.91 (Rev. CoP15)”, and numbers such as “10.12”
 * have room before their words. Where one needs more than its level has, all of its kind are set in as far, so that their
 * words stand under one another and the lists below them farther in. House style, 1f: the number hangs at the margin, the text is indented.
 *
 * @param numbering  templates/numbering.yaml
 * @param tree  of the document, with its labels
 * @param size  of the letters, in points
 * @returns the same numbering where every label has room
 */
export function roomForLabels(numbering: Numbering, tree: DocumentTree, size: number): Numbering {
  const lacking = new Map<string, number[]>()
  visitLabelled(tree, (unit) => {
    const {sequenceKind, level, label = ''} = unit
    // The words of a caption stand right behind its label.
    if (isCaption(unit)) return
    const {levels = []} = numbering[sequenceKind] ?? {}
    const own = levels[level]
    if (!own || !grows.has(own.format)) return
    const more = Math.ceil(widthOf(label) * size * twipsPerPoint) + gapTwips - own.hanging
    const known = lacking.get(sequenceKind) ?? levels.map(() => 0)
    if (more <= (known[level] ?? 0)) return
    known[level] = more
    lacking.set(sequenceKind, known)
  })
  if (lacking.size === 0) return numbering
  const wider = [...lacking].map(([kind, more]) => [kind, {levels: widened(numbering[kind]?.levels, more)}])
  return {...numbering, ...Object.fromEntries(wider)}
}

/** Labels that may be of any length; no list has so many letters that they need more room. */
const grows: ReadonlySet<Level['format']> = new Set(['literal', 'decimal'])

const twipsPerPoint = 20

/** Between a label and its words: 2 mm. */
const gapTwips = 113

// In ems, of Arial and the letters that are made to be as wide: a little more than most are.
const widths: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[fijlrtI.,:;!'()[\]\s/-]/, 0.334],
  [/[mwA-Z]/, 0.75],
  [/./, 0.56],
]

/** About how wide a label is, in ems. */
function widthOf(label: string): number {
  return [...label].reduce(
    (sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0),
    0,
  )
}

/** Levels with more room before the words of some, and all that stands below them as much farther in. */
function widened(levels: readonly Level[] = [], more: readonly number[]): Level[] {
  let added = 0
  return levels.map((level, index) => {
    const own = more[index] ?? 0
    added += own
    return {...level, left: level.left + added, hanging: level.hanging + own}
  })
}
