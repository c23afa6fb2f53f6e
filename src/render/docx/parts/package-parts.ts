import assert from 'node:assert/strict'
import {x} from 'xastscript'
import {largest} from '../../../message/index.ts'
import {xmlText} from './xml-text.ts'

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const office = 'application/vnd.openxmlformats-officedocument'

/** Every part that a Word file of ours may have, in the order of the package, with its content type. */
const contentTypes: readonly {name: RegExp; type?: string}[] = [
  {name: /^\[Content_Types\]\.xml$/},
  {name: /^_rels\/\.rels$/},
  {name: /^word\/document\.xml$/, type: `${word}.document.main+xml`},
  {name: /^word\/_rels\/document\.xml\.rels$/},
  {name: /^word\/styles\.xml$/, type: `${word}.styles+xml`},
  {name: /^word\/numbering\.xml$/, type: `${word}.numbering+xml`},
  {name: /^word\/settings\.xml$/, type: `${word}.settings+xml`},
  {name: /^word\/footnotes\.xml$/, type: `${word}.footnotes+xml`},
  {name: /^word\/_rels\/footnotes\.xml\.rels$/},
  {name: /^word\/footer[1-9][0-9]*\.xml$/, type: `${word}.footer+xml`},
  {name: /^docProps\/core\.xml$/, type: 'application/vnd.openxmlformats-package.core-properties+xml'},
  {name: /^docProps\/app\.xml$/, type: `${office}.extended-properties+xml`},
  {name: /^docProps\/custom\.xml$/, type: `${office}.custom-properties+xml`},
  {name: /^customXml\/item1\.xml$/},
  {name: /^customXml\/itemProps1\.xml$/, type: `${office}.customXmlProperties+xml`},
  {name: /^customXml\/_rels\/item1\.xml\.rels$/},
]

/** Place of a part in the package; undefined for one that our files never hold. */
export function rankOf(path: string): number | undefined {
  const rank = contentTypes.findIndex(({name}) => name.test(path))
  return rank < 0 ? undefined : rank
}

/** `[Content_Types].xml` for these parts. Source: ISO/IEC 29500-2, 7.2.3.2. */
export function contentTypesPart(paths: readonly string[]): string {
  return xmlText(
    x('Types', {xmlns: `${packageNamespace}/content-types`}, [
      x('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      x('Default', {Extension: 'xml', ContentType: 'application/xml'}),
      ...paths.flatMap((path) => {
        const type = contentTypes[rankOf(path) ?? -1]?.type
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
  const last = largest([...relationships.matchAll(/ Id="rId(\d+)"/g)].map((match) => Number(match[1])))
  const own = `<Relationship Id="rId${last + 1}" Type="${officeRelationships}/customXml" Target="../customXml/item1.xml"/>`
  assert(relationships.endsWith('</Relationships>'), 'the document has relationships')
  return relationships.replace(/<\/Relationships>$/, `${own}</Relationships>`)
}
