import type {WorkshopFact, WorkshopWords} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateRangeNodes} from '../dates.ts'
import {groupDigits} from '../numbers.ts'
import {ownWords} from '../own-words.ts'
import {type Print, text} from './print.ts'

function fromWorkshop(print: (context: Context, value: WorkshopFact) => InlineNode[]): Print {
  return (context) => {
    const fact = context.plan.subject.workshop
    if (!fact || fact.value['known-from'] > context.plan.asOf) return undefined
    return {nodes: print(context, fact.value), fact, isExample: fact.value.example === true}
  }
}

function word(key: keyof WorkshopWords): Print {
  return fromWorkshop((context) => {
    const words = context.plan.subject.workshopWords.get(context.language.code)
    return ownWords(context, words, [key], 'workshop')
  })
}

/** Facts of workshop.yaml by name. */
export const workshopFacts: ReadonlyMap<string, Print> = new Map([
  ['workshop-dates', fromWorkshop((context, value) => dateRangeNodes(context, value.starts, value.ends))],
  ['workshop-title', word('title')],
  ['workshop-venue', word('venue')],
  ['workshop-city', word('city')],
  ['workshop-country', word('country')],
  [
    'workshop-participants',
    fromWorkshop((context, value) => text(groupDigits(context, value['participants-more-than']))),
  ],
  ['workshop-countries', fromWorkshop((context, value) => text(groupDigits(context, value.countries)))],
])
