import {describe, expect, it} from 'vitest'
import {abstractNum, lvl, num, numPr, para, run} from '../support/word/build.ts'
import {type Change, faults, NUMBERING, STYLES} from '../support/word/sound.ts'

const level0 = lvl(0, 'decimal', '%1.', '<w:pStyle w:val="P1"/>')

describe('styles, numbering and languages', () => {
  it.each<[string, Change, string[]]>([
    [
      'an unknown paragraph style',
      {more: para(run('x'), '<w:pStyle w:val="No"/>')},
      ['style-unknown: No (word/document.xml)'],
    ],
    [
      'an unknown run style',
      {more: para('<w:r><w:rPr><w:rStyle w:val="No"/></w:rPr></w:r>')},
      ['style-unknown: No (word/document.xml)'],
    ],
    [
      'an unknown table style',
      {more: '<w:tbl><w:tblPr><w:tblStyle w:val="No"/></w:tblPr></w:tbl>'},
      ['style-unknown: No (word/document.xml)'],
    ],
    [
      'a style of the wrong type',
      {more: para(run('x'), '<w:pStyle w:val="C1"/>')},
      ['style-type: C1 is no paragraph style (word/document.xml)'],
    ],
    [
      'an unknown style named by a style',
      {styles: STYLES.replace('"Normal"', '"No"')},
      ['style-unknown: No (word/styles.xml)'],
    ],
    [
      'a style twice',
      {styles: STYLES + STYLES.slice(STYLES.indexOf('<w:style w:type="character"'))},
      ['style-twice: C1'],
    ],
    [
      'an unknown style in a footer',
      {footer: para(run('x'), '<w:pStyle w:val="No"/>')},
      ['style-unknown: No (word/footer1.xml)'],
    ],
    ['an unknown numId', {more: para(run('x'), numPr(9, 0))}, ['num-unknown: 9 (word/document.xml)']],
    [
      'a level that is not declared',
      {more: para(run('x'), numPr(1, 1))},
      ['level-undeclared: level 1 of num 1 (word/document.xml)', 'labels: num 1 has no level 1'],
    ],
    [
      'a level without a list',
      {more: para(run('x'), '<w:numPr><w:ilvl w:val="0"/></w:numPr>')},
      [
        'num-missing: level without numId (word/document.xml)',
        'labels: a paragraph has a list level without a numId',
      ],
    ],
    [
      'an unreadable numbering part',
      {numbering: NUMBERING + num(2, 7)},
      ['numbering: num 2 names the unknown abstractNum 7', 'labels: num 2 names the unknown abstractNum 7'],
    ],
    [
      'a numbered style without a level',
      {numbering: NUMBERING.replace('<w:pStyle w:val="P1"/>', '')},
      ['level-link: style P1 is numbered, but no level of num 1 names it'],
    ],
    [
      'a level whose style does not point back',
      {numbering: abstractNum(1, level0) + abstractNum(2, level0) + num(1, 1) + num(2, 2)},
      ['level-link: level 0 of abstractNum 2 names P1, which does not point back'],
    ],
    [
      'a run with an empty language',
      {more: para('<w:r><w:rPr><w:lang w:val=""/></w:rPr><w:t>mot</w:t></w:r>')},
      ['language-empty: run "mot" (word/document.xml)'],
    ],
    [
      'a run with a language of nothing',
      {footer: para('<w:r><w:rPr><w:lang/></w:rPr><w:t>mot</w:t></w:r>')},
      ['language-empty: run "mot" (word/footer1.xml)'],
    ],
    ['no default language', {language: ''}, ['language-default: none (word/styles.xml)']],
  ])('finds %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })
})
