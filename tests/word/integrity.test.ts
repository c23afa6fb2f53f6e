import {describe, expect, it} from 'vitest'
import {para} from '../support/word/build.ts'
import {faults, link} from '../support/word/sound.ts'

describe('integrityFaults', () => {
  it('finds nothing in a sound package', () => {
    expect(faults()).toEqual([])
  })

  it('lists every fault of a package', () => {
    const more = para('<w:bookmarkEnd w:id="2"/>', '<w:pStyle w:val="No"/>')
    const found = faults({more, relationships: link('file:///x'), language: ''}).map(
      (one) => one.split(':')[0],
    )
    expect(found).toEqual(['relationship-target', 'bookmark-unbalanced', 'style-unknown', 'language-default'])
  })
})
