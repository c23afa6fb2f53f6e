import {type Finished, idOf} from '../render/index.ts'
import {sectionsOf} from '../tree/index.ts'
import {
  attribute,
  child,
  childrenOf,
  descendants,
  elementsOf,
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

/** Each part of the tree is a section, and each table that is turned one of its own, with the shape of its page and its symbol and page number at the foot. */
export function proveSections(pkg: WordPackage, {tree}: Finished): Proof {
  const relationships = new Map(
    childrenOf(pkg.parts.get('word/_rels/document.xml.rels'), 'Relationship').map((one) => [
      attribute(one, 'Id'),
      attribute(one, 'Target'),
    ]),
  )
  const seen = elementsOf(pkg, 'word/document.xml', 'w:sectPr').map((section) => {
    const footer = relationships.get(attribute(child(section, 'w:footerReference'), 'r:id'))
    return `${shapeOf(section)}: ${footerText(pkg.parts.get(`word/${footer}`))}`
  })
  const due = tree.children
    .flatMap(sectionsOf)
    .map(({isLandscape, part: {footer}}) => `${isLandscape ? 'landscape' : 'portrait'}: ${footer}{PAGE}`)
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
