import {type Finished, idOf} from '../render/index.ts'
import {
  attribute,
  child,
  childrenOf,
  descendants,
  part,
  visibleText,
  type WordPackage,
  type XmlElement,
} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

// Word's four defaults, which must be there and which its gallery does not show, but for Normal.
const defaults = ['Normal', 'DefaultParagraphFont', 'TableNormal', 'NoList']

/** The styles of the gallery are those of templates/styles.yaml, in their order. */
export function proveStyles(pkg: WordPackage, {styles}: Finished): Proof {
  const seen = childrenOf(part(pkg, 'word/styles.xml'), 'w:style').map(
    (style) => attribute(style, 'w:styleId') ?? '',
  )
  const due = [
    ...defaults,
    ...Object.values(styles['paragraph-styles']).map(({word}) => idOf(word)),
    ...Object.values(styles['character-styles']).map(({word}) => idOf(word)),
  ]
  return {proven: {styles: seen.length}, faults: differences('Styles', seen, due)}
}

/** Each table of the tree has its header row repeated, no other row, and no row is split between pages. */
export function proveHeaderRows(pkg: WordPackage, {tree}: Finished): Proof {
  const due = tree.children.flatMap(({children}) =>
    children.flatMap((node) => {
      if (node.type === 'answerSpace') return ['answer: whole']
      if (node.type !== 'captionedTable') return []
      const rows = node.children[1].children.map((_row, index) => (index === 0 ? 'header' : 'whole'))
      return [`table: ${rows.join(' ')}`]
    }),
  )
  const seen = descendants(part(pkg, 'word/document.xml'), 'w:tbl').map((table) => {
    const rows = childrenOf(table, 'w:tr').map((row) => {
      const properties = child(row, 'w:trPr')
      if (!child(properties, 'w:cantSplit')) return 'split'
      return child(properties, 'w:tblHeader') ? 'header' : 'whole'
    })
    return `${rows.includes('header') ? 'table' : 'answer'}: ${rows.join(' ')}`
  })
  const headers = seen.filter((line) => line.startsWith('table'))
  return {proven: {headerRows: headers.length}, faults: differences('Rows of tables', seen, due)}
}

/** Each part of the tree is a section, with the shape of its page and its symbol and page number at the foot. */
export function proveSections(pkg: WordPackage, {tree}: Finished): Proof {
  const relationships = new Map(
    childrenOf(pkg.parts.get('word/_rels/document.xml.rels'), 'Relationship').map((one) => [
      attribute(one, 'Id'),
      attribute(one, 'Target'),
    ]),
  )
  const seen = descendants(part(pkg, 'word/document.xml'), 'w:sectPr').map((section) => {
    const footer = relationships.get(attribute(child(section, 'w:footerReference'), 'r:id'))
    return `${shapeOf(section)}: ${footerText(pkg.parts.get(`word/${footer}`))}`
  })
  const due = tree.children.map(
    ({isLandscape, footer}) => `${isLandscape ? 'landscape' : 'portrait'}: ${footer}{PAGE}`,
  )
  return {proven: {sections: seen.length}, faults: differences('Sections', seen, due)}
}

function shapeOf(section: XmlElement): string {
  const size = child(section, 'w:pgSz')
  const isWide = Number(attribute(size, 'w:w')) > Number(attribute(size, 'w:h'))
  const isCalledWide = attribute(size, 'w:orient') === 'landscape'
  return isWide === isCalledWide ? (isWide ? 'landscape' : 'portrait') : 'undecided'
}

function footerText(footer: XmlElement | undefined): string {
  const paragraphs = descendants(footer, 'w:p')
  const fields = descendants(footer, 'w:instrText').map((field) => field.children.join('').trim())
  return `${paragraphs.map(visibleText).join(' ')}${fields.map((field) => `{${field}}`).join('')}`
}
