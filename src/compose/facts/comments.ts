import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {groupDigits} from '../numbers.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {type Print, text} from './print.ts'

/** The call for comments, known from the day on which it was made, and the comments that came by the document's date. */
function fromComments(print: (context: Context, count: number, closes: string) => InlineNode[]): Print {
  return (context) => {
    const yaml = context.plan.subject.facts.comments
    if (!yaml || yaml.value.requested > context.plan.asOf) return undefined
    const {comments, closes, example} = yaml.value
    const count = comments.filter(({date}) => date <= context.plan.asOf).length
    return {nodes: print(context, count, closes), yaml, isExample: example === true}
  }
}

/** Where the results are on the website; XX as long as that is not known. */
const resultsAddress: Print = (context) => {
  const yaml = context.plan.subject.facts.comments
  const url = yaml?.value['results-url']
  if (!yaml || url === undefined || yaml.value.requested > context.plan.asOf) return undefined
  if (url) return {nodes: [{type: 'link', url, children: text(url) as never}], yaml, isExample: false}
  context.unconfirmed.push({
    kind: 'unassigned',
    path: yaml.path,
    place: yaml.data.locate(['results-url']),
    what: 'The address of the results is not known. Write it at “results-url”.',
  })
  return {nodes: text(plainPhrase(context, 'unassigned')), yaml, isExample: false}
}

/** Facts of comments.yaml by name. */
export const commentsFacts: ReadonlyMap<string, Print> = new Map([
  ['comments', fromComments((context, count) => text(groupDigits(context, count)))],
  ['comments-received', fromComments((context, count) => phrase(context, 'comments-received', {count}))],
  [
    'comments-to',
    fromComments((context) => text(context.plan.subject.facts.comments?.value['send-to'] ?? '')),
  ],
  ['results-address', resultsAddress],
  ['comments-close', fromComments((context, _count, closes) => dateNodes(context, closes))],
])
