import type {Dossier} from '../../resolve/index.ts'

/**
 * The glossary as OmegaT reads it: a term a line, its equivalent and a remark between tabs, in UTF-8. The remark has what
 * may not be written.
 *
 * @param original  code of the language of the terms
 * @param language  that of their equivalents
 */
export function writeGlossary(
  {glossary}: Pick<Dossier, 'glossary'>,
  original: string,
  language: string,
): string {
  const lines = glossary.flatMap(({words}) => {
    const [source, target] = [words[original], words[language]]
    if (!source || !target) return []
    const forbidden = target.forbidden ?? []
    const remark = forbidden.length > 0 ? `not: ${forbidden.join('; ')}` : ''
    return [[source.term, target.term, remark].map(inCell).join('\t')]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function inCell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
