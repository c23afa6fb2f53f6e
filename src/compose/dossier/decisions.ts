import type {Parent} from 'unist'
import {addresseesOf, deletedBy, lastBy, meaningOf, type ProvisionRecord} from '../../resolve/index.ts'
import {type InlineNode, type Provision, type ProvisionList, toText} from '../../tree/index.ts'
import {directedTo} from '../actor-words.ts'
import {decisionNode, decisionNotes} from '../decisions.ts'
import {taskWords} from '../tasks/index.ts'
import {put, type Sheet} from './sheet.ts'
import type {DossierDecision, DossierProvision, Implementation} from './types.ts'

/** The decisions of a subject with their provisions, and how far each has been carried out. */
export function dossierDecisions(sheet: Sheet): DossierDecision[] {
  const {context, tree} = sheet
  const {subject} = context
  const words = subject.words.decisions.get(context.language.code)?.value.decisions
  return subject.facts.decisions.value.decisions.map((decision): DossierDecision => {
    const node = decisionNode(context, subject, decision, `decision-${decision.id}`, {isQuoted: false})
    const notes = decisionNotes(context, subject, decision, node)
    tree.children.push(node)
    for (const note of notes) tree.children.push(note)
    const own = words?.[decision.id]
    // Under what was deleted nothing is left.
    const listBelow = ({provisions}: ProvisionRecord, {children}: Provision): DossierProvision[] =>
      children.length > 1 ? list(provisions, provisionsOf(children)) : []
    const list = (provisions: readonly ProvisionRecord[] = [], nodes: Provision[]): DossierProvision[] =>
      provisions.map((provision, index) => {
        const below = nodes[index] as Provision
        return {
          id: provision.id,
          hasWords: own?.provisions?.[provision.id] !== undefined,
          node: below,
          ...implementation(sheet, `${decision.id}.${provision.id}`),
          provisions: listBelow(provision, below),
        }
      })
    return {
      id: `${subject.id}/${decision.id}`,
      number: decision.labels.adopted,
      isNumberExample: decision.labels.example === true,
      addressee: decision.addressee,
      addresseeName: toText({
        type: 'words',
        children: directedTo(context, addresseesOf(decision), 1),
      } as Parent),
      source: decision.source?.document,
      hasWords: own !== undefined,
      node,
      notes: new Map(notes.map((note) => [note.identifier.slice((node.unit ?? '').length + 1), note])),
      ...implementation(sheet, decision.id),
      provisions: list(decision.provisions, provisionsOf(node.children)),
    }
  })
}

function provisionsOf(children: readonly {type: string}[]): Provision[] {
  const list = children.find((child): child is ProvisionList => child.type === 'provisionList')
  return list?.children ?? []
}

/** Status and evidence of the task that carries out a decision or provision, by the day of the sheet. */
function implementation(sheet: Sheet, reference: string): Implementation {
  const {context} = sheet
  const {subject, asOf} = context
  const task = subject.facts.tasks?.value.tasks.find(({provision}) => provision === reference)
  const entry = task && lastBy(task.entries, asOf)
  const isGone =
    deletedBy(subject, context.dossier.meetings, asOf).has(reference) && !meaningOf(entry).isFinished
  if (!entry || isGone) return {status: undefined, isExample: false, evidence: []}
  const known = task.entries
    .filter(({date}) => date <= asOf)
    .flatMap(({evidence = []}) => evidence.filter(({date}) => date <= asOf))
  return {
    status: entry.status,
    isExample: entry.example === true,
    evidence: known.map((record) => {
      const nodes = taskWords(context, task, 'evidence', record.id)
      return {record, isExample: record.example === true || holdsExample(nodes), words: put(sheet, nodes)}
    }),
  }
}

/** Whether words rest on a fact that is an example, though the record they stand for is not. */
function holdsExample(nodes: readonly InlineNode[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'exampleMark' ||
      ('children' in node && holdsExample(node.children as readonly InlineNode[])),
  )
}
