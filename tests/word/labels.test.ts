import {describe, expect, it} from 'vitest'
import {computeLabels} from '../../src/word/index.ts'
import {abstractNum, lvl, num, numPr, para, run, tinyPackage} from '../support/word/build.ts'
import {LEVELS, labelsOf} from '../support/word/labels-of.ts'

const main = abstractNum(1, ...LEVELS) + num(1, 1)

describe('counting', () => {
  it('restarts deeper levels and goes on with a level after a deeper one', () => {
    const rows = '1/0 1/1 1/2 1/2 1/3 1/1 1/2 1/0 1/1'
    expect(labelsOf(main, rows)).toEqual(['1.', 'a)', 'i)', 'ii)', 'A.', 'b)', 'i)', '2.', 'a)'])
  })

  it('takes level 0 for a numPr without a level', () => {
    expect(labelsOf(main, '1 1')).toEqual(['1.', '2.'])
  })

  it('starts a level that was skipped', () => {
    const numbering = abstractNum(1, lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '%1.%2')) + num(1, 1)
    expect(labelsOf(numbering, '1/1 1/1 1/0')).toEqual(['1.1', '1.2', '2.'])
  })

  it('counts two definitions apart, two instances of one definition together', () => {
    const numbering =
      abstractNum(1, ...LEVELS) + abstractNum(2, ...LEVELS) + num(1, 1) + num(2, 2) + num(3, 1)
    expect(labelsOf(numbering, '1/0 2/0 1/0 2/0 3/0')).toEqual(['1.', '1.', '2.', '2.', '3.'])
  })

  it('applies a startOverride once, at the first paragraph of that instance and level, for all instances', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering = abstractNum(1, ...LEVELS) + num(1, 1) + num(2, 1, restart)
    const rows = '1/0 1/0 2/0 2/1 2/0 1/0'
    expect(labelsOf(numbering, rows)).toEqual(['1.', '2.', '5.', 'a)', '6.', '7.'])
  })

  it('starts a level at its startOverride each time a higher level makes it begin again', () => {
    const restart = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'
    const numbering = abstractNum(1, ...LEVELS) + num(1, 1, restart)
    expect(labelsOf(numbering, '1/0 1/1 1/1 1/0 1/1')).toEqual(['1.', 'c)', 'd)', '2.', 'c)'])
  })

  it('starts a level that was skipped at its startOverride', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    const levels = abstractNum(1, lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '%1.%2'))
    expect(labelsOf(levels + num(1, 1, restart), '1/1 1/0')).toEqual(['4.1', '4.'])
  })

  it('uses a whole level of an override', () => {
    const level = `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperRoman', '(%1)')}</w:lvlOverride>`
    expect(labelsOf(abstractNum(1, ...LEVELS) + num(1, 1) + num(2, 1, level), '1/0 2/0')).toEqual([
      '1.',
      '(II)',
    ])
  })

  it('starts at 0 when a level has no start', () => {
    const numbering = abstractNum(1, lvl(0, 'decimal', '%1').replace('<w:start w:val="1"/>', '')) + num(1, 1)
    expect(labelsOf(numbering, '1/0 1/0')).toEqual(['0', '1'])
  })

  it('obeys lvlRestart: never, or only after the level it names', () => {
    const rows = '1/0 1/1 1/2 1/1 1/2 1/0 1/1 1/2'
    const numbering = (value: number) =>
      abstractNum(1, LEVELS[0], LEVELS[1], lvl(2, 'lowerRoman', '%3)', `<w:lvlRestart w:val="${value}"/>`)) +
      num(1, 1)
    expect(labelsOf(numbering(1), rows)).toEqual(['1.', 'a)', 'i)', 'b)', 'ii)', '2.', 'a)', 'i)'])
    expect(labelsOf(numbering(0), rows)).toEqual(['1.', 'a)', 'i)', 'b)', 'ii)', '2.', 'a)', 'iii)'])
  })

  it('gives numId 0, an unknown numId and no numPr no label and leaves the counter alone', () => {
    expect(labelsOf(main, '1/0 0/0 99/0 1/0')).toEqual(['1.', null, null, '2.'])
    const body = para(run('x'), numPr(1, 0)) + para(run('heading')) + para(run('y'), numPr(1, 0))
    const rows = computeLabels(tinyPackage({body, numbering: main}))
    expect(rows.map(({label, numId, ilvl}) => [label, numId, ilvl])).toEqual([
      ['1.', '1', 0],
      [null, null, null],
      ['2.', '1', 0],
    ])
  })

  it('counts paragraphs of tables and content controls, not one whose mark is deleted', () => {
    const one = para(run('x'), numPr(1, 0))
    const deleted = para(run('gone'), `${numPr(1, 0)}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>`)
    const body = `${one}<w:tbl><w:tr><w:tc>${one}</w:tc></w:tr></w:tbl>${deleted}<w:sdt><w:sdtContent>${one}</w:sdtContent></w:sdt>`
    expect(computeLabels(tinyPackage({body, numbering: main})).map(({label}) => label)).toEqual([
      '1.',
      '2.',
      null,
      '3.',
    ])
  })
})
