import {describe, expect, it} from 'vitest'
import {field, marked, para, run} from '../support/word/build.ts'
import {type Change, control, faults, identified} from '../support/word/sound.ts'

const two = (first: string, second: string): string => para(first) + para(second)
const ref = (instruction: string): string => para(field(instruction, '1'))

describe('anchors', () => {
  it.each<[string, Change, string[]]>([
    [
      'a bookmark name twice',
      {more: para(marked('u_A', 2, run('x')))},
      ['bookmark-name-twice: u_A (word/document.xml)'],
    ],
    [
      'a bookmark id twice',
      {more: para(marked('u_b', 1, run('x')))},
      ['bookmark-id-twice: 1 (word/document.xml)'],
    ],
    [
      'a bookmark name that Word refuses',
      {more: para(marked('u-b', 2, run('x')))},
      ['bookmark-name: u-b (word/document.xml)'],
    ],
    [
      'a bookmark without end',
      {more: para('<w:bookmarkStart w:id="2" w:name="u_b"/>')},
      ['bookmark-unbalanced: u_b does not end (word/document.xml)'],
    ],
    [
      'a bookmark without start',
      {more: para('<w:bookmarkEnd w:id="2"/>')},
      ['bookmark-unbalanced: 2 ends without a start (word/document.xml)'],
    ],
    [
      'an end before its start',
      {more: para('<w:bookmarkEnd w:id="2"/><w:bookmarkStart w:id="2" w:name="u_b"/>')},
      [
        'bookmark-unbalanced: 2 ends without a start (word/document.xml)',
        'bookmark-unbalanced: u_b does not end (word/document.xml)',
      ],
    ],
    [
      'a bookmark over two paragraphs',
      {more: two('<w:bookmarkStart w:id="2" w:name="u_b"/>', '<w:bookmarkEnd w:id="2"/>')},
      ['bookmark-paragraph: u_b is not inside one paragraph (word/document.xml)'],
    ],
    [
      'a bookmark between paragraphs',
      {more: marked('u_b', 2, para(run('x')))},
      ['bookmark-paragraph: u_b is not inside one paragraph (word/document.xml)'],
    ],
    ['a paraId twice', {more: identified('00000002')}, ['para-id-twice: 00000002 (word/document.xml)']],
    ['a content control id twice', {more: control(1)}, ['sdt-id-twice: 1 (word/document.xml)']],
    [
      'a REF to nothing',
      {more: ref('REF u_none \\n \\h')},
      ['dangling: REF u_none \\n \\h (word/document.xml)'],
    ],
    [
      'a PAGEREF to nothing in a footer',
      {footer: ref('PAGEREF u_none')},
      ['dangling: PAGEREF u_none (word/footer1.xml)'],
    ],
    [
      'a link to nothing',
      {more: para('<w:hyperlink w:anchor="u_none"/>')},
      ['dangling: hyperlink to u_none (word/document.xml)'],
    ],
    [
      'a stale reference',
      {more: para(field('REF u_a \\n \\h', '2'))},
      ['stale: REF u_a \\n \\h shows "2", target has "1" (word/document.xml)'],
    ],
    [
      'a stale reference in a footnote',
      {footnotes: `<w:footnote w:id="1">${para(field('REF u_a \\n', ''))}</w:footnote>`},
      ['stale: REF u_a \\n shows "", target has "1" (word/footnotes.xml)'],
    ],
  ])('finds %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })
})
