import {describe, expect, it} from 'vitest'
import {computeLabels} from '../../src/word/index.ts'
import {abstractNum, lvl, num, numPr, para, run, tinyPackage} from '../support/word/build.ts'

const linked = (style: string): string => `<w:pStyle w:val="${style}"/>`
const NUMBERING =
  abstractNum(1, lvl(0, 'decimal', '%1.', linked('P1')), lvl(1, 'lowerLetter', '%2)', linked('P2'))) +
  abstractNum(2, lvl(0, 'decimal', '14.35')) +
  num(1, 1) +
  num(2, 2)

const style = (id: string, basedOn: string, properties: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`

const STYLES =
  style('P1', 'Normal', numPr(1)) +
  style('P2', 'P1', numPr(1, 1)) +
  style('Derived', 'P2', '') +
  style('Wrong', 'P1', '<w:numPr><w:ilvl w:val="1"/></w:numPr>') +
  style('Off', 'P1', numPr(0)) +
  style('Plain', 'Normal', '')

function rows(paragraphs: [string, string?][], styles = STYLES) {
  const body = paragraphs.map(([id, more = '']) => para(run('x'), linked(id) + more)).join('')
  return computeLabels(tinyPackage({body, styles, numbering: NUMBERING}))
}

const labels = (...paragraphs: [string, string?][]) => rows(paragraphs).map(({label}) => label)

describe('numbering by style', () => {
  it('takes the level that is linked to the style, whatever level the style itself states', () => {
    expect(labels(['P1'], ['P2'], ['P2'], ['P1'], ['P2'])).toEqual(['1.', 'a)', 'b)', '2.', 'a)'])
    const contrary = style('P1', 'Normal', numPr(1, 1))
    expect(rows([['P1']], contrary).map(({label, ilvl}) => [label, ilvl])).toEqual([['1.', 0]])
  })

  it('is inherited through basedOn, with the level of the style that has it', () => {
    expect(labels(['P1'], ['Derived'])).toEqual(['1.', 'a)'])
    expect(rows([['Derived']])[0]).toMatchObject({style: 'Derived', numId: '1', ilvl: 1})
  })

  it('lets a style state the level and inherit the list', () => {
    expect(rows([['Wrong']])[0]).toMatchObject({numId: '1', ilvl: 0})
  })

  it('falls back on the level of the style when no level is linked to it', () => {
    expect(rows([['Free']], style('Free', '', numPr(1, 1)))[0]).toMatchObject({label: 'a)', ilvl: 1})
  })

  it('gives way to the numPr of the paragraph, numId 0 included', () => {
    expect(labels(['P1'], ['P1', numPr(2, 0)], ['P1', numPr(0)], ['P1'])).toEqual(['1.', '14.35', null, '2.'])
  })

  it('is taken away by a style with numId 0; unnumbered styles do not interrupt', () => {
    expect(labels(['P1'], ['Off'], ['Plain'], ['P1'])).toEqual(['1.', null, null, '2.'])
  })

  it('applies the default paragraph style to a paragraph that names none', () => {
    const body = para(run('x'))
    const styles = style('D', '', numPr(2)).replace('w:styleId', 'w:default="1" w:styleId')
    const pkg = tinyPackage({body, numbering: NUMBERING})
    expect(computeLabels(pkg)[0]).toMatchObject({style: 'Normal', label: null})
    const other = tinyPackage({body, numbering: NUMBERING, styles})
    other.parts.get('word/styles.xml')?.children.splice(1, 1)
    expect(computeLabels(other)[0]).toMatchObject({style: 'D', label: '14.35'})
  })
})

describe('refusals', () => {
  const one =
    (properties: string, numbering = NUMBERING, styles = STYLES) =>
    () =>
      computeLabels(tinyPackage({body: para(run('x'), properties), numbering, styles}))

  it('throws at a level that is not declared', () => {
    expect(one(numPr(2, 1))).toThrow('num 2 has no level 1')
  })

  it('throws at style links, at an unknown abstractNum and at ids used twice', () => {
    const link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    expect(one('', link)).toThrow(/numStyleLink/)
    expect(one('', num(1, 7))).toThrow('num 1 names the unknown abstractNum 7')
    expect(one('', abstractNum(1) + abstractNum(1))).toThrow(/twice/)
    expect(one('', abstractNum(1) + num(1, 1) + num(1, 1))).toThrow(/twice/)
  })

  it('throws at a level without a list, at a label that prints a level not yet counted, at a style cycle', () => {
    expect(one('<w:numPr><w:ilvl w:val="1"/></w:numPr>')).toThrow(/without a numId/)
    const deeper = abstractNum(1, lvl(0, 'decimal', '%2'), lvl(1, 'decimal', '%2')) + num(1, 1)
    expect(one(numPr(1, 0), deeper)).toThrow(/prints level 1/)
    expect(one(linked('A'), NUMBERING, style('A', 'B', '') + style('B', 'A', ''))).toThrow(/based on itself/)
  })
})
