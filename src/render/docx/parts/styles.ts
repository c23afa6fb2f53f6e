import type {Element} from 'xast'
import {x} from 'xastscript'
import type {CharacterStyle, ParagraphStyle} from '../../../resolve/index.ts'
import type {Finished} from '../../types.ts'
import {linkedSequence} from '../linked-sequence.ts'
import {idOf, paragraphStyleId} from '../style-ids.ts'
import {numberingIds} from './numbering.ts'
import {wordNamespace, xmlText} from './xml-text.ts'

const halfPointsPerPoint = 2

/** What the styles of a file are made from. */
interface Sheet extends Pick<Finished, 'styles' | 'numbering'> {
  /** Language of the document, such as `en-GB`. */
  tag: string
  /** Of the sequence whose levels are linked with styles; undefined where nothing is numbered by it. */
  numId: number | undefined
}

// Documents of one language have the same styles nearly always.
const made = new WeakMap<Finished['styles'], {numbering: Finished['numbering']; texts: Map<string, string>}>()

/**
 * word/styles.xml: Word's four defaults, a table style, and exactly the styles of templates/styles.yaml.
 * Everything else that Word knows is hidden from its gallery.
 */
export function stylesPart({styles, numbering, tree}: Finished): string {
  let known = made.get(styles)
  if (known?.numbering !== numbering) known = {numbering, texts: new Map()}
  made.set(styles, known)
  const {tag} = tree.meta
  const numId = numberingIds(tree.sequences).get(linkedSequence)
  const key = `${tag} ${numId}`
  const text = known.texts.get(key) ?? sheetText({styles, numbering, tag, numId})
  known.texts.set(key, text)
  return text
}

function sheetText(sheet: Sheet): string {
  const {styles, tag} = sheet
  return xmlText(
    x('w:styles', {'xmlns:w': wordNamespace}, [
      x('w:docDefaults', [
        x('w:rPrDefault', [
          x('w:rPr', [
            x(
              'w:rFonts',
              Object.fromEntries(
                ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((name) => [name, styles.font.family]),
              ),
            ),
            ...size(styles.font.size),
            x('w:lang', {'w:val': tag, 'w:eastAsia': tag, 'w:bidi': 'ar-SA'}),
          ]),
        ]),
        x('w:pPrDefault', [
          x('w:pPr', [x('w:spacing', {'w:after': '0', 'w:line': String(styles.line), 'w:lineRule': 'auto'})]),
        ]),
      ]),
      x('w:latentStyles', {
        'w:defLockedState': '0',
        'w:defUIPriority': '99',
        'w:defSemiHidden': '1',
        'w:defUnhideWhenUsed': '0',
        'w:defQFormat': '0',
        'w:count': '267',
      }),
      x('w:style', {'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal'}, [
        x('w:name', {'w:val': 'Normal'}),
        x('w:qFormat'),
        x('w:pPr', [x('w:widowControl')]),
      ]),
      x('w:style', {'w:type': 'character', 'w:default': '1', 'w:styleId': 'DefaultParagraphFont'}, [
        x('w:name', {'w:val': 'Default Paragraph Font'}),
        x('w:uiPriority', {'w:val': '1'}),
        x('w:semiHidden'),
      ]),
      tableNormal(),
      x('w:style', {'w:type': 'numbering', 'w:default': '1', 'w:styleId': 'NoList'}, [
        x('w:name', {'w:val': 'No List'}),
        x('w:uiPriority', {'w:val': '99'}),
        x('w:semiHidden'),
      ]),
      ...Object.entries(styles['paragraph-styles']).map(([name, style]) =>
        paragraphStyle(name, style, sheet),
      ),
      ...Object.values(styles['character-styles']).map(characterStyle),
    ]),
  )
}

function tableNormal(): Element {
  const margins = {top: '0', left: '108', bottom: '0', right: '108'}
  return x('w:style', {'w:type': 'table', 'w:default': '1', 'w:styleId': 'TableNormal'}, [
    x('w:name', {'w:val': 'Normal Table'}),
    x('w:uiPriority', {'w:val': '99'}),
    x('w:semiHidden'),
    x('w:tblPr', [
      x('w:tblInd', {'w:w': '0', 'w:type': 'dxa'}),
      x(
        'w:tblCellMar',
        Object.entries(margins).map(([side, width]) => x(`w:${side}`, {'w:w': width, 'w:type': 'dxa'})),
      ),
    ]),
  ])
}

// CT_Style: name, basedOn, next, uiPriority, qFormat, pPr, rPr.
function paragraphStyle(name: string, style: ParagraphStyle, sheet: Sheet): Element {
  const {styles} = sheet
  const parent = style['based-on'] ? paragraphStyleId(styles, style['based-on']) : 'Normal'
  return x(
    'w:style',
    {
      'w:type': 'paragraph',
      ...(style['built-in'] ? {} : {'w:customStyle': '1'}),
      'w:styleId': idOf(style.word),
    },
    [
      x('w:name', {'w:val': style.word}),
      x('w:basedOn', {'w:val': parent}),
      x('w:next', {'w:val': style['keep-next'] && style.outline ? 'Normal' : idOf(style.word)}),
      x('w:uiPriority', {'w:val': '1'}),
      x('w:qFormat'),
      x('w:pPr', paragraphProperties(name, style, sheet)),
      x('w:rPr', [
        ...(style.bold === undefined ? [] : [style.bold ? x('w:b') : x('w:b', {'w:val': '0'})]),
        ...(style.italic ? [x('w:i')] : []),
        ...size(style.size),
      ]),
    ],
  )
}

// CT_PPrBase: keepNext, keepLines, numPr, pBdr, tabs, spacing, ind, jc, outlineLvl.
function paragraphProperties(
  name: string,
  style: ParagraphStyle,
  {styles, numbering, numId}: Sheet,
): Element[] {
  const level = numbering[linkedSequence]?.levels.findIndex((candidate) => candidate.style === name) ?? -1
  const spacing = {
    ...(style.before === undefined ? {} : {'w:before': String(style.before)}),
    ...(style.after === undefined ? {} : {'w:after': String(style.after)}),
  }
  const indent = {
    ...(style.left === undefined ? {} : {'w:left': String(style.left)}),
    ...(style.right === undefined ? {} : {'w:right': String(style.right)}),
    ...(style.hanging === undefined ? {} : {'w:hanging': String(style.hanging)}),
  }
  return [
    ...(style['keep-next'] ? [x('w:keepNext'), x('w:keepLines')] : []),
    ...(level >= 0 && numId !== undefined
      ? [
          x('w:numPr', [
            ...(level > 0 ? [x('w:ilvl', {'w:val': String(level)})] : []),
            x('w:numId', {'w:val': String(numId)}),
          ]),
        ]
      : []),
    ...(style.border ? [border()] : []),
    ...(style['tab-right'] ? [tabAtRight(styles)] : []),
    ...(Object.keys(spacing).length > 0 ? [x('w:spacing', spacing)] : []),
    ...(Object.keys(indent).length > 0 ? [x('w:ind', indent)] : []),
    ...(style.align ? [x('w:jc', {'w:val': style.align === 'justify' ? 'both' : style.align})] : []),
    ...(style.outline ? [x('w:outlineLvl', {'w:val': String(style.outline - 1)})] : []),
  ]
}

const sides = ['top', 'left', 'bottom', 'right']

/** A thin line around the paragraph, 4 points from its words. Source: ISO/IEC 29500-1, 17.3.1.24. */
function border(): Element {
  const line = {'w:val': 'single', 'w:sz': '4', 'w:space': '4', 'w:color': 'auto'}
  return x(
    'w:pBdr',
    sides.map((side) => x(`w:${side}`, line)),
  )
}

/** A tab at the right end of the line. Source: ISO/IEC 29500-1, 17.3.1.37. */
function tabAtRight({page}: Finished['styles']): Element {
  return x('w:tabs', [x('w:tab', {'w:val': 'right', 'w:pos': String(page.width - 2 * page.margin)})])
}

// CT_RPr: b, strike, color, u, vertAlign.
function characterStyle(style: CharacterStyle): Element {
  return x(
    'w:style',
    {
      'w:type': 'character',
      ...(style['built-in'] ? {} : {'w:customStyle': '1'}),
      'w:styleId': idOf(style.word),
    },
    [
      x('w:name', {'w:val': style.word}),
      x('w:basedOn', {'w:val': 'DefaultParagraphFont'}),
      x('w:uiPriority', {'w:val': '1'}),
      x('w:qFormat'),
      x('w:rPr', [
        ...(style.bold ? [x('w:b')] : []),
        ...(style.strike ? [x('w:strike')] : []),
        ...(style.color ? [x('w:color', {'w:val': style.color})] : []),
        ...(style.underline ? [x('w:u', {'w:val': 'single'})] : []),
        ...(style.superscript ? [x('w:vertAlign', {'w:val': 'superscript'})] : []),
      ]),
    ],
  )
}

function size(points: number | undefined): Element[] {
  if (points === undefined) return []
  const value = String(Math.round(points * halfPointsPerPoint))
  return [x('w:sz', {'w:val': value}), x('w:szCs', {'w:val': value})]
}
