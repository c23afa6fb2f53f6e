import {expect, test} from 'vitest'
import {markedWords} from '../../src/amend/mark-words.ts'
import {acceptedWords, earlierWords} from '../../src/amend/read-marks.ts'

// Words of the text in force, words as they shall read, and what stands in the body then.
test.each([
  ['a word', 'count bears here', 'count toys here', 'count :del[bears] :ins[toys] here'],
  ['a word more', 'keep records', 'keep complete records', 'keep :ins[complete] records'],
  ['a word less', 'keep complete records', 'keep records', 'keep :del[complete] records'],
  ['the end', 'trade; and', 'trade.', 'trade:del[; and]:ins[.]'],
  ['a last word', 'trade;', 'trade; and', 'trade; :ins[and]'],
  ['a word before a mark', 'records kept.', 'records.', 'records:del[ kept].'],
  ['a number', 'Decision 14.35 b)', 'Decision 14.36 b)', 'Decision :del[14.35] :ins[14.36] b)'],
  [
    'a raised letter',
    'la 14:sup[e] session',
    'la 15:sup[e] session',
    'la :del[14:sup[e]] :ins[15:sup[e]] session',
  ],
  ['behind a colon', 'at 10:30 today', 'at 10:45 today', 'at :del[10:30] :ins[10:45] today'],
  ['in brackets', 'bears (large)', 'bears (small)', 'bears :del[(large] :ins[(small])'],
  [
    'italics are whole',
    'of *Ursus arctos* only',
    'of *Ursus maritimus* only',
    'of :del[*Ursus arctos*] :ins[*Ursus maritimus*] only',
  ],
  [
    'a directive is whole',
    'the :meeting[cop14].',
    'the :meeting[cop15].',
    'the :del[:meeting[cop14]] :ins[:meeting[cop15]].',
  ],
  [
    'and so is a link',
    'see [a](https://x.org) now',
    'see [b](https://x.org) now',
    'see :del[[a](https://x.org)] :ins[[b](https://x.org)] now',
  ],
  [
    'behind an elided article',
    "offres d'*Ursus arctos*",
    "offres d'*Ursus maritimus*",
    "offres :del[d'*Ursus arctos*] :ins[d'*Ursus maritimus*]",
  ],
  ['a bracket without a partner', 'the bears', 'the [toys', 'the :del[bears] :ins[\\[toys]'],
  [
    'struck words have no note',
    'the bears[^n] live',
    'the toys[^n] live',
    'the :del[bears] :ins[toys][^n] live',
  ],
  ['other white space is no change', 'Doc. 24 of', 'Doc.\u00a024 of', 'Doc.\u00a024 of'],
  ['nor is another apostrophe', "l'ours", 'l’ours', 'l’ours'],
  ['all at once', 'a b c', 'd e f', ':del[a b c] :ins[d e f]'],
])('%s', (_what, before, after, marked) => {
  expect(markedWords(before, after)).toBe(marked)
})

test.each([
  [':del[ports] :ins[airports];', 'airports;', 'ports;'],
  ['in :del[ports] :ins[airports], now', 'in airports, now', 'in ports, now'],
  ['organi:del[s]:ins[z]ation', 'organization', 'organisation'],
  ['keep :ins[complete] records', 'keep complete records', 'keep records'],
  ['offences; :del[and]', 'offences;', 'offences; and'],
  ['*Ursus :del[arctos] :ins[maritimus]*', '*Ursus maritimus*', '*Ursus arctos*'],
  ['bears :del[*Ursus* :sup[a]] live', 'bears live', 'bears *Ursus* :sup[a] live'],
  ['of *:del[Ursus]* bears', 'of bears', 'of *Ursus* bears'],
])('“%s” is read both ways', (marked, accepted, earlier) => {
  expect(acceptedWords(marked)).toBe(accepted)
  expect(earlierWords(marked)).toBe(earlier)
})
