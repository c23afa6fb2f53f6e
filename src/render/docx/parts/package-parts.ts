import assert from 'node:assert/strict'
import {x} from 'xastscript'
import {largest} from '../../../message/index.ts'
import {contentTypeOf} from './package-order.ts'
import {xmlText} from './xml-text.ts'

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** `[Content_Types].xml` for these parts. Source: ISO/IEC 29500-2, 7.2.3.2. */
export function contentTypesPart(paths: readonly string[]): string {
  return xmlText(
    x('Types', {xmlns: `${packageNamespace}/content-types`}, [
      x('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      x('Default', {Extension: 'xml', ContentType: 'application/xml'}),
      ...['png', 'jpeg']
        .filter((type) => paths.some((path) => path.endsWith(`.${type}`)))
        .map((type) => x('Default', {Extension: type, ContentType: `image/${type}`})),
      ...paths.flatMap((path) => {
        const type = contentTypeOf(path)
        return type ? [x('Override', {PartName: `/${path}`, ContentType: type})] : []
      }),
    ]),
  )
}

/** A relationship part. Source: ISO/IEC 29500-2, 6.5. */
function relationshipsPart(relationships: readonly (readonly [type: string, target: string])[]): string {
  return xmlText(
    x(
      'Relationships',
      {xmlns: `${packageNamespace}/relationships`},
      relationships.map(([type, target], index) =>
        x('Relationship', {Id: `rId${index + 1}`, Type: type, Target: target}),
      ),
    ),
  )
}

/** `_rels/.rels`: the document and its properties. */
export function packageRelationshipsPart(): string {
  return relationshipsPart([
    [`${officeRelationships}/officeDocument`, 'word/document.xml'],
    [`${packageNamespace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${officeRelationships}/extended-properties`, 'docProps/app.xml'],
    [`${officeRelationships}/custom-properties`, 'docProps/custom.xml'],
  ])
}

/** `customXml/_rels/item1.xml.rels`: the anchors' own properties. */
export function anchorsRelationshipsPart(): string {
  return relationshipsPart([[`${officeRelationships}/customXmlProps`, 'itemProps1.xml']])
}

/**
 * Relationships of the document with one to the anchors.
 *
 * @param relationships  word/_rels/document.xml.rels, its ids already counted
 */
export function withAnchors(relationships: string): string {
  return withRelationship(relationships, 'customXml', '../customXml/item1.xml').relationships
}

/**
 * Relationships of the document with one more.
 *
 * @param relationships  word/_rels/document.xml.rels, its ids already counted
 * @param type  the end of the name of its type
 * @param target  from word/
 * @returns them, and the id of the new one
 */
export function withRelationship(
  relationships: string,
  type: string,
  target: string,
): {relationships: string; id: string} {
  const last = largest([...relationships.matchAll(/ Id="rId(\d+)"/g)].map((match) => Number(match[1])))
  const id = `rId${last + 1}`
  const own = `<Relationship Id="${id}" Type="${officeRelationships}/${type}" Target="${target}"/>`
  assert(relationships.endsWith('</Relationships>'), 'the document has relationships')
  return {relationships: relationships.replace(/<\/Relationships>$/, `${own}</Relationships>`), id}
}
