import {
  type FactDescription,
  type FactsDescription,
  factsOf,
  type Located,
  type Subject,
  wordsOf,
} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes, dateRangeNodes} from '../dates.ts'
import type {FactWords} from '../fact-value.ts'
import {groupDigits} from '../group-digits.ts'
import {countValues, moneyNodes} from '../numbers.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import {currencyOf} from './cells.ts'
import {
  isExample,
  isWholeExample,
  type ListedRecord,
  pathOf,
  recordsOf,
  subjectOf,
  valueAt,
  within,
} from './places.ts'

/**
 * A fact of a sentence as its description says: a count, a sum, a number, a day, words.
 *
 * @param sort  of facts, whose description it is
 * @returns undefined where it is not known on the day
 */
export function describedFact(
  context: Context,
  sort: string,
  description: FactsDescription,
  fact: FactDescription,
): FactWords | undefined {
  const subject = subjectOf(context, description.proposed)
  const yaml = factsOf(subject, sort)
  if (!yaml) return undefined
  const from = fact['known-from'] ?? description['known-from']
  const day = from === undefined ? '' : valueAt(subject, pathOf(from, sort))
  if (typeof day !== 'string' || day > context.asOf) return undefined
  const counted = recordsBehind(context, yaml, description, fact)
  const nodes = printed(context, {subject, sort, yaml}, fact, counted)
  if (!nodes) return undefined
  const amount = fact.money && counted ? sumOf(counted, fact) : undefined
  const example = counted?.find(({value}) => isExample(value))
  const isWhole = isWholeExample(yaml, fact)
  return {
    nodes,
    yaml,
    record: fact.record,
    pointer: isWhole ? (fact.record === undefined ? [] : [fact.record]) : (example?.pointer ?? []),
    isExample: isWhole || example !== undefined,
    ...(amount === undefined ? {} : {amount}),
  }
}

function sumOf(records: readonly ListedRecord[], {sum}: FactDescription): number {
  const key = sum?.split('.').at(-1) ?? ''
  return records.reduce((total, {value}) => total + Number(value[key] ?? 0), 0)
}

/** The records that are counted or summed; undefined where none are to be, or there is no such list. */
function recordsBehind(
  context: Context,
  yaml: Located<unknown>,
  {lists}: FactsDescription,
  {count, sum, of = {}}: FactDescription,
): ListedRecord[] | undefined {
  const list = count ?? sum?.split('.').slice(0, -1).join('.')
  if (list === undefined) return undefined
  const records = recordsOf(context, {yaml, keys: list.split('.'), dated: lists?.[list]?.dated})
  return records?.filter(({value}) => Object.entries(of).every(([key, wanted]) => value[key] === wanted))
}

function printed(
  context: Context,
  {subject, sort, yaml}: {subject: Subject; sort: string; yaml: Located<unknown>},
  fact: FactDescription,
  counted: readonly ListedRecord[] | undefined,
): InlineNode[] | undefined {
  const at = (path: string): unknown => within(yaml.value, path.split('.'))
  const number = (value: number): InlineNode[] => {
    if (fact.phrase !== undefined) return phrase(context, fact.phrase, countValues(context, value))
    if (fact.money) return moneyNodes(context, value, currencyOf(yaml))
    return [{type: 'text', value: groupDigits(context, value)}]
  }
  if (fact.count !== undefined) return counted && number(counted.length)
  if (fact.sum !== undefined) return counted && number(sumOf(counted, fact))
  if (fact.words !== undefined)
    return ownWords(
      context,
      wordsOf(subject, sort).get(context.language.code),
      fact.words.split('.'),
      factsPath(subject, sort),
    )
  const [first, last] = [fact.number ?? fact.date ?? fact.text ?? fact.dates?.[0], fact.dates?.[1]]
  const value = first === undefined ? undefined : at(first)
  if (value === undefined) return undefined
  if (fact.number !== undefined) return number(Number(value))
  if (fact.date !== undefined) return dateNodes(context, String(value))
  if (last !== undefined) return dateRangeNodes(context, String(value), String(at(last)))
  return [{type: 'text', value: String(value)}]
}
