import {describe, expect, it} from 'vitest'
import {formatNumber} from '../../src/word/index.ts'
import {abstractNum, lvl, num} from '../support/word/build.ts'
import {labelsOf} from '../support/word/labels-of.ts'

describe('writing', () => {
  it('prints a literal text as it is, letters below it restarting with the next definition', () => {
    const decision = (id: number, text: string) =>
      abstractNum(id, lvl(0, 'decimal', text), lvl(1, 'lowerLetter', '%2)'))
    const numbering = decision(1, '14.35') + decision(2, '14.29 (Rev. CoP15)') + num(1, 1) + num(2, 2)
    const rows = '1/0 1/1 1/1 2/0 2/1'
    expect(labelsOf(numbering, rows)).toEqual(['14.35', 'a)', 'b)', '14.29 (Rev. CoP15)', 'a)'])
  })

  it('repeats letters after z', () => {
    const numbering = abstractNum(1, lvl(0, 'lowerLetter', '%1)')) + num(1, 1)
    const all = labelsOf(numbering, '1/0 '.repeat(53).trim())
    expect([all[25], all[26], all[27], all[51], all[52]]).toEqual(['z)', 'aa)', 'bb)', 'zz)', 'aaa)'])
  })

  it('prints higher levels, each in its format, all in decimal under isLgl, nothing for format none', () => {
    const text = (more: string) =>
      abstractNum(1, lvl(0, 'upperRoman', '%1.'), lvl(1, 'lowerLetter', '%1-%2', more)) + num(1, 1)
    expect(labelsOf(text(''), '1/0 1/0 1/1')).toEqual(['I.', 'II.', 'II-a'])
    expect(labelsOf(text('<w:isLgl/>'), '1/0 1/0 1/1')).toEqual(['I.', 'II.', '2-1'])
    expect(labelsOf(text('<w:isLgl w:val="0"/>'), '1/0 1/1')).toEqual(['I.', 'I-a'])
    expect(labelsOf(abstractNum(1, lvl(0, 'none', '[%1]')) + num(1, 1), '1/0')).toEqual(['[]'])
  })

  it('knows its formats and throws at any other', () => {
    expect([4, 9, 40, 1994].map((one) => formatNumber('lowerRoman', one))).toEqual([
      'iv',
      'ix',
      'xl',
      'mcmxciv',
    ])
    expect(formatNumber('upperLetter', 28)).toBe('BB')
    expect(() => formatNumber('ordinal', 1)).toThrow(/ordinal/)
    expect(() => formatNumber('lowerLetter', 0)).toThrow()
    expect(() => labelsOf(abstractNum(1, lvl(0, 'bullet', '\u2022')) + num(1, 1), '1/0')).toThrow(/bullet/)
  })
})
