import {integrityFaults} from '../../../src/word/index.ts'
import {
  abstractNum,
  field,
  lvl,
  marked,
  num,
  numPr,
  para,
  run,
  type TinyPackage,
  tinyPackage,
} from './build.ts'

/** Start of the relationship types of Open XML (ECMA-376 Part 1, 15). */
export const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** A numbered paragraph style `P1`, linked to NUMBERING, and a character style `C1`. */
export const STYLES =
  `<w:style w:type="paragraph" w:styleId="P1"><w:name w:val="P1"/><w:basedOn w:val="Normal"/><w:pPr>${numPr(1)}</w:pPr></w:style>` +
  '<w:style w:type="character" w:styleId="C1"><w:name w:val="C1"/></w:style>'
/** One list with one level, linked to `P1`. */
export const NUMBERING = abstractNum(1, lvl(0, 'decimal', '%1.', '<w:pStyle w:val="P1"/>')) + num(1, 1)

const styled = (content: string): string => para(content, '<w:pStyle w:val="P1"/>')
/** @returns a relationship of the main document that leaves the package, unless told otherwise */
export const link = (target: string, mode = ' TargetMode="External"', type = 'hyperlink'): string =>
  `<Relationship Id="x1" Type="${LINK}/${type}" Target="${target}"${mode}/>`
/** @returns a content control with that id (ECMA-376 Part 1, 17.5.2.18) */
export const control = (id: number): string =>
  `<w:sdt><w:sdtPr><w:id w:val="${id}"/></w:sdtPr><w:sdtContent>${para(run('x'))}</w:sdtContent></w:sdt>`
/** @returns a paragraph with that w14:paraId ([MS-DOCX] 2.6.2.4) */
export const identified = (id: string): string => para(run('x')).replace('<w:p>', `<w:p w14:paraId="${id}">`)

/** What to change in the sound package; `more` is added to the end of its body. */
export type Change = Partial<TinyPackage> & {more?: string}

/** @returns the integrity faults of a sound package in which the test has changed one thing */
export function faults(change: Change = {}): string[] {
  const {more = '', ...others} = change
  const body =
    styled(marked('u_a', 1, run('First'))) +
    para(field('REF u_a \\n \\h', '1') + field('REF u_a \\h', 'First') + field('PAGEREF u_a \\h', '1')) +
    para(
      '<w:hyperlink w:anchor="u_a"><w:r><w:rPr><w:rStyle w:val="C1"/><w:lang w:val="fr-FR"/></w:rPr><w:t>x</w:t></w:r></w:hyperlink>',
    ) +
    para(`<w:del>${field('REF u_gone \\n', '7').replaceAll('instrText', 'delInstrText')}</w:del>`, numPr(0)) +
    control(1) +
    identified('00000001') +
    identified('00000002')
  const footer = para(run('p. ') + field('PAGE', '1'))
  const links =
    link('https://cites.org/a?b=c').replace('x1', 'x2') + link('mailto:a@example.org').replace('x1', 'x3')
  const {relationships = ''} = others
  return integrityFaults(
    tinyPackage({
      body: body + more,
      styles: STYLES,
      numbering: NUMBERING,
      footer,
      ...others,
      relationships: links + relationships,
    }),
  )
}
