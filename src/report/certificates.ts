import type {Certificate} from '../certify/index.ts'
import {compare} from '../message/index.ts'
import {count} from './summary.ts'

/**
 * What was proven of each file, one to a line, in the order of their paths.
 *
 * @param certificates  by path from out/
 * @returns text that ends with a line feed; one sentence where there is none
 */
export function certificateReport(certificates: ReadonlyMap<string, Certificate>): string {
  if (certificates.size === 0)
    return 'Nothing was proven: only Word files are read back, and none was built.\n'
  const lines = [...certificates]
    .sort(([a], [b]) => compare(a, b))
    .map(([path, certificate]) => `  ${path}: ${inWords(certificate)}`)
  return `Read back from the bytes and equal to the text, in ${count(certificates.size, 'Word file')}:\n${lines.join('\n')}\n`
}

function inWords(certificate: Certificate): string {
  return [
    count(certificate.labels, 'label'),
    ...(certificate.continuations > 0
      ? [count(certificate.continuations, 'paragraph without a number', 'paragraphs without a number')]
      : []),
    count(certificate.references, 'reference'),
    count(certificate.bookmarks, 'bookmark'),
    count(certificate.headerRows, 'header row'),
    ...(certificate.pictures > 0 ? [count(certificate.pictures, 'picture')] : []),
    count(certificate.notes, 'note'),
    count(certificate.sections, 'section'),
    count(certificate.styles, 'style'),
    certificate.languages.join(' '),
  ].join(', ')
}
