import {x} from 'xastscript'
import type {DocumentMeta} from '../../../tree/index.ts'
import {xmlText} from './xml-text.ts'

/** docProps/core.xml: every value from the content, the times from the document's own date. */
export function corePart(meta: DocumentMeta): string {
  const time = `${meta.date}T00:00:00Z`
  return xmlText(
    x(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        x('dc:title', meta.title),
        x('dc:subject', meta.symbol),
        x('dc:creator', meta.author),
        x('dc:identifier', `${meta.path}.${meta.language}`),
        x('dc:language', meta.tag),
        x('cp:lastModifiedBy', meta.author),
        x('cp:revision', '1'),
        x('dcterms:created', {'xsi:type': 'dcterms:W3CDTF'}, time),
        x('dcterms:modified', {'xsi:type': 'dcterms:W3CDTF'}, time),
      ],
    ),
  )
}
