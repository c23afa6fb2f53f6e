import {x} from 'xastscript'
import type {DocumentMeta} from '../../../tree/index.ts'
import {xmlText} from './xml-text.ts'

const properties = 'http://schemas.openxmlformats.org/officeDocument/2006'
// The format id that Office gives to properties which users define. Source: ISO/IEC 29500-1, 22.3.2.2.
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const firstId = 2 // Lower ones are reserved.

/**
 * docProps/custom.xml: the document, its language and the digest of its words once more, so that a file which has lost
 * its custom XML is still recognized.
 */
export function customPart({path, language}: DocumentMeta, digest: string): string {
  return xmlText(
    x('Properties', {xmlns: `${properties}/custom-properties`, 'xmlns:vt': `${properties}/docPropsVTypes`}, [
      x('property', {fmtid: userDefined, pid: String(firstId), name: 'cites-source'}, [
        x('vt:lpwstr', `${path} ${language} ${digest}`),
      ]),
    ]),
  )
}
