import {describe, expect, it} from 'vitest'
import {field, para} from '../support/word/build.ts'
import {type Change, faults, LINK, link} from '../support/word/sound.ts'

const ref = (instruction: string): string => para(field(instruction, '1'))

describe('parts, relationships and fields', () => {
  it.each<[string, Change, string[]]>([
    [
      'a field that is not allowed',
      {more: ref('INCLUDETEXT "/etc/passwd"')},
      ['instruction: INCLUDETEXT "/etc/passwd" (word/document.xml)'],
    ],
    ['the same in a footer', {footer: ref('DATE')}, ['instruction: DATE (word/footer1.xml)']],
    [
      'the same when deleted',
      {more: para(`<w:del>${field('DDEAUTO x', '1').replaceAll('instrText', 'delInstrText')}</w:del>`)},
      ['instruction: DDEAUTO x (word/document.xml)'],
    ],
    [
      'a switch that is not allowed',
      {more: ref('REF u_a \\r \\h')},
      ['instruction-switch: REF u_a \\r \\h (word/document.xml)'],
    ],
    [
      'a second argument',
      {more: ref('REF u_a u_b')},
      ['instruction-argument: REF u_a u_b (word/document.xml)'],
    ],
    ['an argument too many', {more: ref('PAGE u_a')}, ['instruction-argument: PAGE u_a (word/document.xml)']],
    [
      'a simple field',
      {more: para('<w:fldSimple w:instr="PAGE"/>')},
      ['field-simple: PAGE (word/document.xml)'],
    ],
    [
      'a field without end',
      {more: para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>')},
      ['field-broken: a field does not end in its paragraph: PAGE (word/document.xml)'],
    ],
    [
      'an instruction outside a field',
      {more: para('<w:r><w:instrText>DDE x</w:instrText></w:r>')},
      ['field-broken: an instruction stands outside a field: DDE x (word/document.xml)'],
    ],
    [
      'an external template',
      {relationships: link('https://example.org/x.dotx', undefined, 'attachedTemplate')},
      [
        `relationship-type: ${LINK}/attachedTemplate to https://example.org/x.dotx (word/_rels/document.xml.rels)`,
      ],
    ],
    [
      'a call that says it is internal',
      {relationships: link('file:///etc/passwd', '')},
      ['relationship-internal: file:///etc/passwd (word/_rels/document.xml.rels)'],
    ],
    [
      'a part that is not on the list',
      {extra: {'word/vbaProject.bin': 'x'}},
      ['part-name: word/vbaProject.bin'],
    ],
    [
      'two parts that differ in case',
      {extra: {'Word/styles.xml': '<x/>'}},
      ['part-name: Word/styles.xml', 'part-twice: Word/styles.xml'],
    ],
  ])('finds %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\host\\share',
    '//host/x',
    'ms-word:ofe|u|x',
    'https://a:b@example.org',
    'https://example.org/a b',
    'relative.html',
  ])('finds the outside link %s', (target) => {
    expect(faults({relationships: link(target)})).toEqual([
      `relationship-target: ${target} (word/_rels/document.xml.rels)`,
    ])
  })
})
