import type {Heading} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {numberAt} from './symbols.ts'
import type {Agenda, DocumentPlan, Dossier} from './types.ts'

// “20.”, “6.1”: the number with which a heading of a record begins; “20th” and “2010” without a space are words.
const itemNumber = /^\s*(\d{1,3}(?:\.\d{1,3})*)\.?\s/

/** The numbers that a message offers beside one that there is not: two before it, one after. */
const [offeredBefore, offeredAfter] = [2, 1]

/**
 * Items of records that the agenda of their meeting does not have: one message at each heading, with the numbers around
 * it. A record of a meeting without an agenda is not asked, nor a heading whose number the build prints.
 */
export function recordItemFindings({documents, agendas}: Dossier): VFileMessage[] {
  return documents.flatMap((plan) => {
    const agenda = agendas.get(plan.meeting.id)
    if (!plan.kind['items-of-agenda'] || !agenda) return []
    const known = numbersOf(agenda, plan.meeting.id, documents)
    return [...plan.parts].flatMap(([language, parts]) =>
      parts.flatMap(({source}) =>
        source.tree.children.flatMap((node) => {
          const number = node.type === 'heading' ? numberOf(node) : undefined
          if (number === undefined || known.includes(number)) return []
          const {path} = agenda.yaml
          const reason = `The agenda of this meeting has no item ${quote(number)}. Write one of: ${around(number, known).join(', ')}; or add the item to ${path}.`
          return [error(reason, {path: source.path, ruleId: 'record-item', place: node.position, language})]
        }),
      ),
    )
  })
}

function numberOf({children: [first]}: Heading): string | undefined {
  return first?.type === 'text' ? itemNumber.exec(first.value)?.[1] : undefined
}

/** The numbers of an agenda in its order; those of documents made here are the documents' own. */
function numbersOf({yaml}: Agenda, meeting: string, documents: readonly DocumentPlan[]): string[] {
  const items = yaml.value.sections.flatMap((section) => section.items)
  return items.flatMap(({item, document}) => {
    const plan = documents.find(({path}) => path === document)
    return item ?? (plan && (numberAt(plan, meeting) ?? plan.yaml.value.symbol?.number)) ?? []
  })
}

function around(number: string, known: readonly string[]): string[] {
  const [own = 0, part = 0] = number.split('.').map(Number)
  const after = known.findIndex((other) => {
    const [item = 0, sub = 0] = other.split('.').map(Number)
    return item > own || (item === own && sub > part)
  })
  const at = after < 0 ? known.length : after
  return known.slice(Math.max(0, at - offeredBefore), at + offeredAfter)
}
