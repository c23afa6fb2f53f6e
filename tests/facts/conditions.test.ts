import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {checkContent} from '../../src/content.ts'
import {renderText} from '../../src/render/text/index.ts'
import type {Finished} from '../../src/render/types.ts'
import {story} from '../support/story.ts'

// Sentences of the sample that would contradict the facts once these are others stand between `:::when{…}` and `:::`. Each
// case changes facts, and says what is then read in three languages, and what is not.

const funding = 'documents/decisions/internet-trade/funding.yaml'
const text = (path: string): string => readFileSync(join(story, path), 'utf8')
const withFunds = (from: string, to: string): string => {
  expect(text(funding)).toContain(from)
  return text(funding).replace(from, to)
}

interface Case {
  document: string
  changes: [path: string, text: string][]
  printed: Record<string, string>
  absent: Record<string, string>
}

const report = 'documents/cop15/internet-trade/document.yaml'
const cases: Record<string, Case> = {
  'funds that are lacking': {
    document: 'sc58/internet-trade',
    changes: [[funding, withFunds('amount: 15000', 'amount: 10000')]],
    printed: {
      en: 'will report orally on the use',
      fr: "rendra compte oralement de l'util",
      es: 'informará oralmente sobre la util',
    },
    absent: {en: 'No expenditure', fr: 'Aucune dépense', es: 'No se imputó'},
  },
  'funds that exceed what was sought': {
    document: 'workshop/funding-appeal',
    changes: [[funding, withFunds('amount: 45000', 'amount: 90000')]],
    printed: {en: 'exceeded the amount sought', fr: 'dépass', es: 'super'},
    absent: {en: 'remains to be found', fr: 'reste à trouver', es: 'aún no se han prometido'},
  },
  'a deadline that was missed': {
    document: 'cop15/internet-trade',
    changes: [[report, `${text(report)}received: "2009-11-02"\n`]],
    printed: {en: 'submitted after that day', fr: 'soumis après cette date', es: 'después de esa fecha'},
    absent: {en: 'meets this requirement', fr: 'satisfait à cette', es: 'cumple ese requisito'},
  },
}

test.each(Object.entries(cases))('%s change what is printed, in every language', async (_name, one) => {
  const {document, changes, printed, absent} = one
  const {compositions, messages} = await checkContent({
    root: story,
    documents: [document],
    changes: new Map(changes),
  })
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
  expect(compositions.map(({language}) => language.code)).toEqual(['en', 'fr', 'es'])
  for (const {tree, language} of compositions) {
    const read = new TextDecoder().decode(renderText({tree} as Finished)).replace(/\s+/g, ' ')
    expect(read).toContain(printed[language.code])
    expect(read).not.toContain(absent[language.code])
  }
})
