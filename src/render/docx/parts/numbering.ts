import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Level, Styles} from '../../../resolve/index.ts'
import type {Sequence} from '../../../tree/index.ts'
import type {Finished} from '../../types.ts'
import {shiftOfQuotation} from '../indents.ts'
import {linkedSequence} from '../linked-sequence.ts'
import {paragraphStyleId} from '../style-ids.ts'
import {wordNamespace, xmlText} from './xml-text.ts'

/** numId of every sequence, in the order in which they begin; from 1. */
export function numberingIds(sequences: readonly Sequence[]): Map<string, number> {
  return new Map(sequences.map((sequence, index) => [sequence.id, index + 1]))
}

const formats = new Map<Level['format'], string>([
  ['decimal', 'decimal'],
  ['lower-letter', 'lowerLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-letter', 'upperLetter'],
  ['literal', 'decimal'],
])

/**
 * word/numbering.xml: each sequence has its own abstract numbering and its own instance, since several instances of
 * one abstract numbering restart differently in Word and in other programs. The label of a new unit is not underlined: a
 * level underlines all of its labels, a second instance with another look is not drawn by LibreOffice, and the underline
 * of a paragraph's mark is not taken over to its label. So it is counted as any other, and its words say that it is new.
 *
 * CT_Numbering: every abstractNum before every num.
 */
export function numberingPart({tree, numbering, styles}: Finished): string {
  const ids = numberingIds(tree.sequences)
  const abstracts = tree.sequences.map((sequence) => {
    const levels = numbering[sequence.kind]?.levels
    assert(levels, `number uses only sequences of numbering.yaml, not ${sequence.kind}`)
    const signature = createHash('sha256')
      .update(`${tree.meta.path}#${sequence.id}`)
      .digest('hex')
      .slice(0, 8)
      .toUpperCase()
    const shift = shiftOfQuotation({numbering, styles}, sequence.within)
    return x('w:abstractNum', {'w:abstractNumId': String(ids.get(sequence.id))}, [
      x('w:nsid', {'w:val': signature}),
      x('w:multiLevelType', {'w:val': 'multilevel'}),
      x('w:tmpl', {'w:val': signature}),
      ...levels.map((level, index) => {
        const own = {...level, left: level.left + shift}
        return levelOf(sequence, own, index, styles)
      }),
    ])
  })
  const instances = tree.sequences.map((sequence) => {
    const id = String(ids.get(sequence.id))
    return x('w:num', {'w:numId': id}, [x('w:abstractNumId', {'w:val': id})])
  })
  return xmlText(x('w:numbering', {'xmlns:w': wordNamespace}, [...abstracts, ...instances]))
}

/** CT_Lvl: start, numFmt, pStyle, suff, lvlText, lvlJc, pPr, rPr. */
function levelOf(sequence: Sequence, level: Level, index: number, styles: Styles): Element {
  const isGiven = level.format === 'literal' || sequence.isStruck
  // The label of a struck unit is a text, whatever the others of its level are.
  const format = sequence.isStruck ? 'decimal' : formats.get(level.format)
  return x('w:lvl', {'w:ilvl': String(index)}, [
    x('w:start', {'w:val': '1'}),
    x('w:numFmt', {'w:val': format}),
    ...(sequence.id === linkedSequence
      ? [x('w:pStyle', {'w:val': paragraphStyleId(styles, level.style)})]
      : []),
    x('w:suff', {'w:val': sequence.labelText === undefined ? 'tab' : 'space'}),
    x('w:lvlText', {'w:val': isGiven ? (sequence.literal ?? '') : (sequence.labelText ?? level.text)}),
    x('w:lvlJc', {'w:val': 'left'}),
    x('w:pPr', [
      ...(sequence.labelText === undefined
        ? [x('w:tabs', [x('w:tab', {'w:val': 'num', 'w:pos': String(level.left)})])]
        : []),
      x('w:ind', {'w:left': String(level.left), 'w:hanging': String(level.hanging)}),
    ]),
    ...(sequence.isStruck ? [x('w:rPr', [x('w:strike')])] : []),
  ])
}
