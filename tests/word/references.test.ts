import {describe, expect, it} from 'vitest'
import {bookmarks, parseXml, references, staleReferences, visibleText} from '../../src/word/index.ts'
import {abstractNum, field, lvl, marked, num, numPr, para, run, tinyPackage} from '../support/word/build.ts'

const NUMBERING =
  abstractNum(1, lvl(0, 'decimal', '%1.'), lvl(1, 'lowerLetter', '%2)')) +
  abstractNum(2, lvl(0, 'decimal', '14.35')) +
  num(1, 1) +
  num(2, 2)
const TARGETS =
  para(marked('u_p1', 1, run('First')), numPr(1, 0)) +
  para(marked('u_p1a', 2, run('Letter')), numPr(1, 1)) +
  para(marked('u_d', 3, run('Decision')), numPr(2, 0)) +
  para(marked('u_h', 4, run('Heading')))

function withReferences(content: string, footnote?: string) {
  const footnotes =
    footnote === undefined ? {} : {footnotes: `<w:footnote w:id="1">${para(footnote)}</w:footnote>`}
  return tinyPackage({body: TARGETS + para(content), numbering: NUMBERING, ...footnotes})
}

describe('references', () => {
  it('lists complex fields of the document and of the footnotes with result and paragraph', () => {
    const pkg = withReferences(
      run('paragraph ') + field('REF u_p1 \\n \\h', '1') + field('PAGEREF u_d \\h', '2'),
      field('REF u_d \\n \\h', '14.35'),
    )
    expect(
      references(pkg).map(({instruction, bookmark, switches, result, part}) => [
        instruction,
        bookmark,
        switches,
        result,
        part,
      ]),
    ).toEqual([
      ['REF u_p1 \\n \\h', 'u_p1', ['\\n', '\\h'], '1', 'word/document.xml'],
      ['PAGEREF u_d \\h', 'u_d', ['\\h'], '2', 'word/document.xml'],
      ['REF u_d \\n \\h', 'u_d', ['\\n', '\\h'], '14.35', 'word/footnotes.xml'],
    ])
    expect(references(pkg).map(({paragraph}) => visibleText(paragraph))).toEqual([
      'paragraph 12',
      'paragraph 12',
      '14.35',
    ])
  })

  it('joins instructions and results over runs, reads nested fields, leaves deleted ones out', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const split =
      '<w:r><w:instrText>REF u_</w:instrText></w:r><w:r><w:instrText xml:space="preserve">d \\n</w:instrText></w:r>'
    const outer =
      mark('begin') + split + mark('separate') + run('1') + field('PAGE', '4') + run('.') + mark('end')
    expect(references(withReferences(outer)).map(({instruction, result}) => [instruction, result])).toEqual([
      ['REF u_d \\n', '14.'],
      ['PAGE', '4'],
    ])
    expect(references(withReferences(`<w:del>${field('REF u_d \\n', '14.35')}</w:del>`))).toEqual([])
  })

  it('leaves text of the instruction part out of the result', () => {
    const code = '<w:r><w:instrText>REF u_d</w:instrText></w:r>'
    const [one] = references(
      withReferences(field('PAGE', 'y').replace(/(<w:r><w:instrText)/, `${run('x')}${code}$1`)),
    )
    expect(one).toMatchObject({instruction: 'REF u_d PAGE', result: 'y'})
  })
})

describe('bookmarks', () => {
  it('finds the paragraph of a bookmark, the next one when it starts between paragraphs, the first of two', () => {
    const body = `<w:bookmarkStart w:id="1" w:name="a"/>${para(run('One'))}<w:bookmarkEnd w:id="1"/>${para(marked('b', 2, run('Two')))}${para(marked('b', 3, run('Three')))}`
    const found = [...bookmarks(tinyPackage({body}))].map(([name, paragraph]) => [
      name,
      visibleText(paragraph),
    ])
    expect(found).toEqual([
      ['a', 'One'],
      ['b', 'Two'],
    ])
  })
})

describe('staleReferences', () => {
  it('accepts the label without its final full stop, a letter with its bracket, a literal number', () => {
    const chain =
      field('REF u_p1 \\n \\h', '1') +
      run('\u00a0') +
      field('REF u_p1a \\n \\h', 'a)') +
      field('REF u_d \\n \\h', '14.35')
    expect(staleReferences(withReferences(chain, chain))).toEqual([])
  })

  it('accepts the words in a bookmark, also with a field among them, and leaves references to pages alone', () => {
    const holding = para(marked('u_f', 5, run('See ') + field('REF u_h \\h', 'Heading')))
    const pkg = withReferences(field('REF u_f \\h', 'See Heading') + field('PAGEREF u_p1', '9'))
    pkg.parts.get('word/document.xml')?.children.unshift(parseXml(holding))
    expect(staleReferences(pkg)).toEqual([])
  })

  it('says nothing of what other switches make of the words', () => {
    expect(staleReferences(withReferences(field('REF u_h \\w \\h', '1 a)')))).toEqual([])
  })

  it('knows no words that a field could repeat where the mark of a note stands among them', () => {
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const pkg = withReferences(field('REF u_n \\h', 'Noted'))
    const noted = para(marked('u_n', 6, run('Noted') + note))
    pkg.parts.get('word/document.xml')?.children.unshift(parseXml(noted))
    expect(staleReferences(pkg).map(({expected}) => expected)).toEqual([null])
  })

  it.each([
    ['a full stop kept', 'REF u_p1 \\n \\h', '1.', '1'],
    ['another number', 'REF u_p1a \\n \\h', 'b)', 'a)'],
    ['an empty result', 'REF u_d \\n', '', '14.35'],
    ['a target without a label', 'REF u_h \\n', '1', null],
    ['no target', 'REF u_none \\n', '1', null],
    ['other words', 'REF u_h \\h', 'Title', 'Heading'],
    ['no words', 'REF u_none \\h', 'Title', null],
    ['a note that is not there', 'NOTEREF u_h \\h', '1', null],
  ])('reports %s', (_, instruction, result, expected) => {
    const stale = staleReferences(withReferences(run('x'), field(instruction, result)))
    expect(stale.map(({reference, expected}) => [reference.result, expected])).toEqual([[result, expected]])
  })

  it('reports a reference that an inserted paragraph has made wrong', () => {
    const pkg = withReferences(field('REF u_p1 \\n', '1'))
    pkg.parts.get('word/document.xml')?.children.unshift(parseXml(para(run('New'), numPr(1, 0))))
    expect(staleReferences(pkg).map(({expected}) => expected)).toEqual(['2'])
  })
})
