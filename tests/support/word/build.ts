import {strToU8, zipSync} from 'fflate'
import {readPackage, type WordPackage} from '../../../src/word/index.ts'

/** What a hand-made package holds; each text is the XML inside the root element of its part. */
export interface TinyPackage {
  /** Children of `w:body`. */
  body: string
  /** `w:style` elements besides the default paragraph style `Normal`. */
  styles?: string
  /** Replaces the `w:lang` of the defaults (ECMA-376 Part 1, 17.7.5.1). */
  language?: string
  /** Children of `w:numbering`. */
  numbering?: string
  /** Children of `w:footnotes`. */
  footnotes?: string
  /** Children of `w:ftr` of word/footer1.xml. */
  footer?: string
  /** `Relationship` elements of the main document besides those of its parts. */
  relationships?: string
  /** Whole entries, added at the end. */
  extra?: Record<string, string>
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const NAMESPACES = `xmlns:w="${WORD}" xmlns:w14="${WORD_2010}" xmlns:r="${OFFICE}"`

function partXml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`
}

function contentTypes(parts: readonly string[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides = ['document.main', ...parts].map((part) => {
    const name = part === 'document.main' ? 'document' : part === 'footer' ? 'footer1' : part
    return `<Override PartName="/word/${name}.xml" ContentType="${type}.${part}+xml"/>`
  })
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

/**
 * Makes the smallest package that Word and LibreOffice open, with one part for each text given.
 * @returns the bytes of a .docx file
 */
export function tinyDocx(given: TinyPackage): Uint8Array {
  const {body, styles = '', language = '<w:lang w:val="en-GB"/>', relationships = '', extra = {}} = given
  const parts: [string, string, string | undefined][] = [
    ['styles', 'styles', defaults(language) + styles],
    ['numbering', 'numbering', given.numbering],
    ['footnotes', 'footnotes', given.footnotes],
    ['footer', 'ftr', given.footer],
  ]
  const present = parts.filter(([, , content]) => content !== undefined)
  const files = present.map(([name, root, content = '']) => [
    `word/${name === 'footer' ? 'footer1' : name}.xml`,
    partXml(root, content),
  ])
  const links = present.map(([name], place) => {
    return `<Relationship Id="p${place}" Type="${OFFICE}/${name}" Target="${name === 'footer' ? 'footer1' : name}.xml"/>`
  })
  const all = (inner: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`
  return zipFiles({
    '[Content_Types].xml': contentTypes(present.map(([name]) => name)),
    '_rels/.rels': all(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': partXml('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': all(links.join('') + relationships),
    ...Object.fromEntries(files),
    ...extra,
  })
}

function defaults(language: string): string {
  return `<w:docDefaults><w:rPrDefault><w:rPr>${language}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`
}

/** As `tinyDocx`, read back. */
export function tinyPackage(given: TinyPackage): WordPackage {
  return readPackage(tinyDocx(given))
}

/** @returns a `w:lvl` (ECMA-376 Part 1, 17.9.6) that starts at 1; `more` is XML before its text */
export function lvl(ilvl: number, format: string, text: string, more = ''): string {
  const indent = 567 * (ilvl + 1)
  return `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${indent}" w:hanging="567"/></w:pPr></w:lvl>`
}

/** @returns a `w:abstractNum` with these levels (ECMA-376 Part 1, 17.9.1) */
export function abstractNum(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`
}

/** @returns a `w:num` of that abstractNum (ECMA-376 Part 1, 17.9.15); `overrides` is XML */
export function num(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
}

/** @returns a run with this text, which must be XML */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** @returns a paragraph; `properties` is the XML of its `w:pPr`, `content` the XML of its runs */
export function para(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

/** @returns a `w:numPr` (ECMA-376 Part 1, 17.3.1.19) */
export function numPr(numId: number, ilvl?: number): string {
  return `<w:numPr>${ilvl === undefined ? '' : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="${numId}"/></w:numPr>`
}

/** @returns a complex field (ECMA-376 Part 1, 17.16.18) with a cached result */
export function field(instruction: string, result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`
  return mark('begin') + code + mark('separate') + run(result) + mark('end')
}

/** @returns `content` between the start and the end of a bookmark (ECMA-376 Part 1, 17.13.6) */
export function marked(name: string, id: number, content: string): string {
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`
}

/**
 * Packs files as they are, for tests that make their own package.
 * @param files content by entry name, in the order wanted
 * @returns the bytes of a ZIP archive
 */
export function zipFiles(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  })
}
