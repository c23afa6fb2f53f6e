import {describe, expect, it} from 'vitest'
import {parseInstruction, parseXml, readFields} from '../../src/word/index.ts'
import {field, para} from '../support/word/build.ts'

describe('parseInstruction', () => {
  it('splits name, bookmark and switches', () => {
    expect(parseInstruction('  REF  u_a \\n\\h \\* MERGEFORMAT ')).toEqual({
      instruction: 'REF u_a \\n\\h \\* MERGEFORMAT',
      name: 'REF',
      bookmark: 'u_a',
      extra: [],
      switches: ['\\n', '\\h', '\\* MERGEFORMAT'],
    })
    expect(parseInstruction('page')).toMatchObject({name: 'PAGE', bookmark: null, switches: []})
    expect(parseInstruction('INCLUDETEXT "a b" c')).toMatchObject({bookmark: 'a b', extra: ['c']})
  })
})

describe('readFields', () => {
  it('tells which fields are broken', () => {
    const faults = (content: string) => {
      const parts = new Map([['word/document.xml', parseXml(`<w:body>${para(content)}</w:body>`)]])
      return readFields({names: [...parts.keys()], parts, others: new Map()}, 'word/document.xml').faults
    }
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(faults(field('PAGE', '1'))).toEqual([])
    expect(faults(field('PAGE', '1').replace(end, ''))).toEqual([
      'a field does not end in its paragraph: PAGE',
    ])
    const late = '<w:r><w:instrText>DDE y</w:instrText></w:r>'
    expect(faults(field('PAGE', '1').replace(end, late + end))).toEqual([
      'an instruction stands outside a field: DDE y',
    ])
    expect(faults(end)).toEqual(['a field has the mark end without a begin'])
    expect(faults('<w:r><w:instrText>DDE x</w:instrText></w:r>')).toEqual([
      'an instruction stands outside a field: DDE x',
    ])
  })
})
