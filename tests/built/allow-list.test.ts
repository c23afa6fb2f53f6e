import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {
  attribute,
  childrenOf,
  descendants,
  readFields,
  readPackage,
  storyParts,
} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'

/**
 * Everything that a Word file of ours may hold. Sources: ISO/IEC 29500-2 (package), 29500-1 (parts, fields).
 * What is not here is not written: no macro, no picture, no font, no template, no object from elsewhere.
 */
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const allowedParts: [RegExp, string | undefined][] = [
  [/^\[Content_Types\]\.xml$/, undefined],
  [/^_rels\/\.rels$/, undefined],
  [/^word\/document\.xml$/, `${word}.document.main+xml`],
  [/^word\/_rels\/document\.xml\.rels$/, undefined],
  [/^word\/styles\.xml$/, `${word}.styles+xml`],
  [/^word\/numbering\.xml$/, `${word}.numbering+xml`],
  [/^word\/settings\.xml$/, `${word}.settings+xml`],
  [/^word\/footnotes\.xml$/, `${word}.footnotes+xml`],
  [/^word\/_rels\/footnotes\.xml\.rels$/, undefined],
  [/^word\/footer\d+\.xml$/, `${word}.footer+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/^docProps\/custom\.xml$/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  [/^customXml\/item1\.xml$/, undefined],
  [/^customXml\/itemProps1\.xml$/, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'],
  [/^customXml\/_rels\/item1\.xml\.rels$/, undefined],
]
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const allowedRelationships = new Set([
  `${office}/officeDocument`,
  `${office}/extended-properties`,
  `${office}/custom-properties`,
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  `${office}/styles`,
  `${office}/numbering`,
  `${office}/settings`,
  `${office}/footnotes`,
  `${office}/footer`,
  `${office}/customXml`,
  `${office}/customXmlProps`,
])
const allowedFields = [/^PAGE$/, /^REF u_[a-z2-7]{12} \\n \\h$/]
const allowedTargets = /^(?:https?:\/\/|mailto:)/
const refusedElements = [
  'w:altChunk',
  'w:attachedTemplate',
  'w:control',
  'w:documentProtection',
  'w:drawing',
  'w:fldSimple',
  'w:object',
  'w:pict',
  'w:rsids',
  'w:sdt',
  'w:subDoc',
  'w:trackRevisions',
  'w:updateFields',
]

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

test('there are packages to read', () => {
  expect(built.length).toBeGreaterThan(40)
})

describe('every part of every package', () => {
  test('is on the list, in its order, with its content type', () => {
    for (const {name, docx} of built) {
      const {names, parts, others} = readPackage(docx)
      expect([...others.keys()], name).toEqual([])
      const ranks = names.map((part) => allowedParts.findIndex(([allowed]) => allowed.test(part)))
      expect(
        names.filter((_part, index) => ranks[index] === -1),
        name,
      ).toEqual([])
      expect(ranks, name).toEqual([...ranks].sort((a, b) => a - b))
      const types = childrenOf(parts.get('[Content_Types].xml')).map((one) => [
        attribute(one, 'PartName') ?? `*.${attribute(one, 'Extension')}`,
        attribute(one, 'ContentType'),
      ])
      const due = names.flatMap((part, index) => {
        const type = allowedParts[ranks[index] ?? -1]?.[1]
        return type ? [[`/${part}`, type]] : []
      })
      expect(types, name).toEqual([
        ['*.rels', 'application/vnd.openxmlformats-package.relationships+xml'],
        ['*.xml', 'application/xml'],
        ...due,
      ])
    }
  })

  test('has only relationships that are on the list, or links to an address', () => {
    for (const {name, docx} of built) {
      const {parts} = readPackage(docx)
      for (const [path, root] of parts) {
        if (!path.endsWith('.rels')) continue
        for (const one of childrenOf(root, 'Relationship')) {
          const [type = '', target = ''] = [attribute(one, 'Type'), attribute(one, 'Target')]
          const where = `${name}, ${path}: ${type} to ${target}`
          if (attribute(one, 'TargetMode') === 'External') {
            expect(type, where).toBe(`${office}/hyperlink`)
            expect(target, where).toMatch(allowedTargets)
          } else {
            expect(allowedRelationships.has(type), where).toBe(true)
            const folder = path.replace(/_rels\/[^/]*$/, '')
            expect(parts.has(new URL(target, `file:///${folder}`).pathname.slice(1)), where).toBe(true)
          }
        }
      }
    }
  })

  test('has only fields that are on the list', () => {
    let fields = 0
    for (const {name, docx} of built) {
      const pkg = readPackage(docx)
      for (const path of storyParts(pkg)) {
        for (const {kind, instruction} of readFields(pkg, path).fields) {
          fields += 1
          expect(kind, `${name}, ${path}`).toBe('complex')
          expect(
            allowedFields.some((allowed) => allowed.test(instruction)),
            `${name}, ${path}: ${instruction}`,
          ).toBe(true)
        }
      }
    }
    expect(fields).toBeGreaterThan(300)
  })

  test('has no element that runs, protects, tracks, embeds or fetches anything, and no id of a session', () => {
    for (const {name, docx} of built) {
      for (const [path, root] of readPackage(docx).parts) {
        const elements = descendants(root)
        expect(
          elements.map((element) => element.name).filter((one) => refusedElements.includes(one)),
          `${name}, ${path}`,
        ).toEqual([])
        const sessions = elements.flatMap(({attributes}) => Object.keys(attributes))
        expect(
          sessions.filter((one) => /^w:rsid|^w14:(?:paraId|textId)/.test(one)),
          `${name}, ${path}`,
        ).toEqual([])
      }
    }
  })

  test('is packed on the same day for ever, without fields of any system', () => {
    for (const {name, docx} of built) {
      const view = new DataView(docx.buffer, docx.byteOffset, docx.byteLength)
      let headers = 0
      // Central directory headers (APPNOTE.TXT 4.3.12): time 12, date 14, extra length 30, external attributes 38.
      for (let at = 0; at < docx.length - 46; at++) {
        if (view.getUint32(at, true) !== 0x02014b50) continue
        headers += 1
        expect(view.getUint16(at + 14, true), name).toBe((0 << 9) | (1 << 5) | 1) // 1980-01-01
        expect(view.getUint16(at + 30, true), `${name}: extra fields`).toBe(0)
        expect(view.getUint32(at + 38, true), `${name}: attributes`).toBe(0)
      }
      expect(headers, name).toBe(Object.keys(unzipSync(docx)).length)
    }
  })

  test('declares UTF-8 and has no document type', () => {
    for (const {name, docx} of built)
      for (const [path, bytes] of Object.entries(unzipSync(docx))) {
        const text = strFromU8(bytes)
        expect(text, `${name}, ${path}`).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"/)
        expect(text, `${name}, ${path}`).not.toContain('<!DOCTYPE')
      }
  })
})
