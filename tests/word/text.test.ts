import {describe, expect, it} from 'vitest'
import {parseXml, visibleText} from '../../src/word/index.ts'
import {field} from '../support/word/build.ts'

const text = (content: string): string => visibleText(parseXml(`<w:p>${content}</w:p>`))

describe('visibleText', () => {
  it('joins texts; tab and break are one space, a non-breaking hyphen is U+2011', () => {
    expect(
      text('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>'),
    ).toBe('a b c\u2011d')
  })

  it('does not take tab stops of the properties for tabs', () => {
    expect(
      text('<w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>'),
    ).toBe('a')
  })

  it('shows field results, not instructions, and looks into links and content controls', () => {
    expect(text(field('REF x \\n', 'b)'))).toBe('b)')
    expect(
      text(
        '<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt>',
      ),
    ).toBe('ab')
  })

  it('skips deleted and moved text, keeps inserted text', () => {
    expect(
      text(
        '<w:del><w:r><w:delText>x</w:delText><w:tab/></w:r></w:del><w:moveFrom><w:r><w:t>y</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>z</w:t></w:r></w:ins>',
      ),
    ).toBe('z')
  })

  it('drops outer white space that is not preserved, as Word does', () => {
    expect(text('<w:r><w:t> a </w:t><w:t xml:space="preserve"> b </w:t></w:r>')).toBe('a b ')
    expect(text('<w:r><w:t>\u00a0a</w:t></w:r>')).toBe('\u00a0a')
  })
})
