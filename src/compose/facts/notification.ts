import type {Notification} from '../../resolve/index.ts'
import {type InlineNode, toText} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {ofRefusedDocument} from '../refused-document.ts'
import {documentNumber} from '../symbols.ts'
import type {Print} from './print.ts'

function fromNotification(print: (context: Context, value: Notification) => InlineNode[]): Print {
  return (context) => {
    const yaml = context.subject.facts.notification
    if (!yaml || yaml.value.date > context.asOf) return undefined
    return {nodes: print(context, yaml.value), yaml, isExample: yaml.value.example === true}
  }
}

/** “Notification to the Parties No. XX of 12 October 2007”. */
function reference(context: Context, value: Notification): InlineNode[] {
  return phrase(context, 'notification', {
    number: numberOf(context, value),
    date: dateNodes(context, value.date),
  })
}

/** Its number, which is that of its document where it is made here; XX where none is known. */
function numberOf(context: Context, {number, document}: Notification): string {
  const plan = context.dossier.documents.find(({path}) => path === document)
  if (plan) return documentNumber(context, plan)
  if (document)
    return ofRefusedDocument(context, document)
      .map((node) => toText(node))
      .join('')
  const yaml = context.subject.facts.notification
  if (number) return number
  if (yaml)
    context.unconfirmed.push({
      kind: 'unassigned',
      path: yaml.path,
      place: yaml.data.locate(['number']),
      what: 'The number of the Notification is not known. Write it at “number”.',
    })
  return plainPhrase(context, 'unassigned')
}

/** Facts of notification.yaml by name, but for those that templates/facts/ describes. */
export const notificationFacts: ReadonlyMap<string, Print> = new Map([
  ['notification', fromNotification(reference)],
])
