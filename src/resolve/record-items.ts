import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {toText} from '../tree/index.ts'
import {itemNumbers} from './item-numbers.ts'
import {numberAt} from './symbols.ts'
import type {Agenda, DocumentPlan, Dossier} from './types.ts'

/** The numbers that a message offers beside one that there is not: two before it, one after. */
const [offeredBefore, offeredAfter] = [2, 1]

/**
 * Items of records that the agenda of their meeting does not have: one message for each number of a heading, with the
 * numbers around it. A record of a meeting without an agenda is not asked, nor a heading whose number the build prints.
 */
export function recordItemFindings({documents, agendas, templates}: Dossier): VFileMessage[] {
  return documents.flatMap((plan) => {
    const agenda = agendas.get(plan.meeting.id)
    if (!plan.kind['items-of-agenda'] || !agenda) return []
    const known = numbersOf(agenda, plan.meeting.id, documents)
    const {path} = agenda.yaml
    return [...plan.parts].flatMap(([language, parts]) => {
      const usage = templates.usage.get(language)?.value
      return parts.flatMap(({source}) =>
        source.tree.children
          .filter(({type}) => type === 'heading')
          .flatMap((node) =>
            itemNumbers(toText(node), usage)
              .filter((number) => !known.includes(number))
              .map((number) => {
                const reason = `The agenda of this meeting has no item ${quote(number)}. Write one of: ${around(number, known).join(', ')}; or add the item to ${path}.`
                return error(reason, {
                  path: source.path,
                  ruleId: 'record-item',
                  place: node.position,
                  language,
                })
              }),
          ),
      )
    })
  })
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
