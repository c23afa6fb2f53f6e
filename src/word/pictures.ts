import {elementsOf, part, type WordPackage} from './package.ts'
import {attribute, child, childrenOf, descendants, type XmlElement} from './xml.ts'

/** A picture of a Word file as a reader is given it. */
export interface WordPicture {
  /** How large it stands in the text, in English Metric Units (914,400 to an inch). */
  width: number
  height: number
  /** What is read aloud in its place. */
  description: string
  /** Name of the part in which it lies, such as `word/media/image1.png`; undefined where there is none. */
  part: string | undefined
}

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
const RELATIONSHIPS = 'word/_rels/document.xml.rels'

/**
 * The pictures of the main document in their order: those that stand in their paragraph (`wp:inline`, ECMA-376 Part 1,
 * 20.4.2.8) and show a part of the package.
 */
export function picturesOf(pkg: WordPackage): WordPicture[] {
  const targets = pictureTargets(pkg)
  part(pkg, 'word/document.xml')
  return elementsOf(pkg, 'word/document.xml', 'wp:inline').map((inline) => {
    const extent = child(inline, 'wp:extent')
    const [blip] = descendants(inline, 'a:blip')
    return {
      width: Number(attribute(extent, 'cx')),
      height: Number(attribute(extent, 'cy')),
      description: attribute(child(inline, 'wp:docPr'), 'descr') ?? '',
      part: targets.get(attribute(blip, 'r:embed') ?? ''),
    }
  })
}

/** Parts that are pictures of the main document, by the ids of their relationships. */
function pictureTargets(pkg: WordPackage): Map<string, string> {
  const all = childrenOf(pkg.parts.get(RELATIONSHIPS), 'Relationship')
  return new Map(
    all
      .filter((one) => attribute(one, 'Type') === IMAGE)
      .map((one) => [attribute(one, 'Id') ?? '', `word/${attribute(one, 'Target') ?? ''}`]),
  )
}

/** Elements of drawings that our files have; anything else could show what nobody has looked at. */
const drawn = new Set([
  ...['wp:inline', 'wp:extent', 'wp:docPr', 'wp:cNvGraphicFramePr', 'a:graphicFrameLocks', 'a:graphic'],
  ...['a:graphicData', 'pic:pic', 'pic:nvPicPr', 'pic:cNvPr', 'pic:cNvPicPr', 'pic:blipFill', 'a:blip'],
  ...['a:stretch', 'a:fillRect', 'pic:spPr', 'a:xfrm', 'a:off', 'a:ext', 'a:prstGeom', 'a:avLst'],
])
const signatures: readonly {ending: string; bytes: readonly number[]}[] = [
  {ending: '.png', bytes: [0x89, 0x50, 0x4e, 0x47]},
  {ending: '.jpeg', bytes: [0xff, 0xd8, 0xff]},
]

/**
 * What is wrong with the pictures of a package: one without a description, with a number or a part that another has or
 * that is not there, drawn with more than a plain picture needs, linked, or of another type than its name; a part that no
 * picture shows, or one without its content type (ECMA-376 Part 1, 20.1 and 20.4; Part 2, 10.1.2).
 */
export function pictureFaults(pkg: WordPackage): string[] {
  const shown = picturesOf(pkg)
  const targets = new Set(pictureTargets(pkg).values())
  const media = pkg.names.filter((name) => name.startsWith('word/media/'))
  const ids = elementsOf(pkg, 'word/document.xml', 'wp:docPr').map((one) => attribute(one, 'id') ?? '')
  const drawings = elementsOf(pkg, 'word/document.xml', 'w:drawing')
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `picture-id-twice: ${id}`),
    ...shown.filter(({description}) => description === '').map(() => 'picture-description: none'),
    ...shown
      .filter((one) => !one.part || !media.includes(one.part))
      .map((one) => `picture-part: ${one.part}`),
    ...drawings.flatMap(strangeIn),
    ...(drawings.length === shown.length
      ? []
      : [`picture-count: ${drawings.length} drawings, ${shown.length} pictures`]),
    ...media.filter((name) => !targets.has(name)).map((name) => `picture-unused: ${name}`),
    ...media.filter((name) => !isOfItsType(pkg, name)).map((name) => `picture-type: ${name}`),
    ...media.filter((name) => !hasContentType(pkg, name)).map((name) => `picture-content-type: ${name}`),
  ]
}

function strangeIn(drawing: XmlElement): string[] {
  return descendants(drawing).flatMap(({name, attributes}) => {
    if (!drawn.has(name)) return [`picture-element: ${name}`]
    return Object.hasOwn(attributes, 'r:link') ? [`picture-link: ${attributes['r:link']}`] : []
  })
}

function isOfItsType({others}: WordPackage, name: string): boolean {
  const bytes = others.get(name)
  const known = signatures.find(({ending}) => name.endsWith(ending))
  return known?.bytes.every((byte, index) => bytes?.[index] === byte) ?? false
}

function hasContentType({parts}: WordPackage, name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  return childrenOf(parts.get('[Content_Types].xml'), 'Default').some(
    (one) => attribute(one, 'Extension') === ending && attribute(one, 'ContentType') === `image/${ending}`,
  )
}
