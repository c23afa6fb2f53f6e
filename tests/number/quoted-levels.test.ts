import {expect, test} from 'vitest'
import {quotedLevels} from '../../src/compose/blocks/quoted-levels.ts'
import {quotedLabelOf} from '../../src/tree/index.ts'

// Labels of a quotation stand under one another as those of the source do, wherever it begins and whatever it leaves out.

test.each([
  ['5.|a)|b)|6.|a)', [0, 1, 1, 0, 1]],
  ['c)|e)', [0, 0]],
  ['c)|i)|ii)|e)', [0, 1, 1, 0]],
  ['g)|h)|i)|j)', [0, 0, 0, 0]],
  ['h)|i)|ii)', [0, 1, 1]],
  ['u)|v)|vi)', [0, 1, 1]],
  ['h)|i)|j)', [0, 0, 0]],
  ['hh)|ii)', [0, 0]],
  ['c)|ii)|d)', [0, 1, 0]],
  ['c)|iv)|e)', [0, 1, 0]],
  ['a)|i)|A.|B.|ii)|b)', [0, 1, 2, 2, 1, 0]],
  ['c)|5.|a)', [0, 0, 1]],
  ['10.107|(e)|(f)|10.108', [0, 1, 1, 0]],
  ['14.35 (Rev. CoP15)|a)|i)', [0, 1, 2]],
  ['iii)|iv)|b)', [0, 0, 0]],
  ['v)|vi)|vii)', [0, 0, 0]],
  ['c)|v)|vi)|d)', [0, 1, 1, 0]],
  ['a)|i)|x)|b)', [0, 1, 1, 0]],
  ['z)|aa)|bb)', [0, 0, 0]],
  ['1.|a)|i)|A.|2.', [0, 1, 2, 3, 0]],
  ['3.1|3.2|a)', [0, 0, 1]],
  ['a)|a)|b)', [0, 0, 0]],
] as const)('%s', (labels, levels) => {
  const levelOf = quotedLevels()
  expect(labels.split('|').map((label, at, all) => levelOf(label, all[at + 1]).level)).toEqual([...levels])
})

test.each([
  ['c) supply', 'c)'],
  ['iv) The last', 'iv)'],
  ['(e) count', '(e)'],
  ['A. Proposal', 'A.'],
  ['5. URGES', '5.'],
  ['10.107 The Secretariat', '10.107'],
  ['14.XX The Secretariat', '14.XX'],
  ['14.35 (Rev. CoP15) Parties', '14.35 (Rev. CoP15)'],
  ['14.35 urge', '14.35'],
  ['3.2.1 Species', '3.2.1'],
  ['aa) one', 'aa)'],
  ['12.5 per cent', undefined],
  ['1.5 million', undefined],
  ['(see) this', undefined],
  ['not) this', undefined],
  ['The Secretariat', undefined],
  ['a bear', undefined],
  ['c)', undefined],
])('“%s” begins with %s', (words, label) => expect(quotedLabelOf(words)?.label).toBe(label))
