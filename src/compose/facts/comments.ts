import {plainPhrase} from '../phrases.ts'
import type {Print} from './print.ts'

/** Where the results are on the website; XX as long as that is not known. */
const resultsAddress: Print = (context) => {
  const yaml = context.subject.facts.comments
  const url = yaml?.value['results-url']
  if (!yaml || url === undefined || yaml.value.requested > context.asOf) return undefined
  const from = {yaml, record: 'results-url'}
  const isExample = yaml.value.example === true
  if (url) return {...from, isExample, nodes: [{type: 'link', url, children: [{type: 'text', value: url}]}]}
  context.unconfirmed.push({
    kind: 'unassigned',
    path: yaml.path,
    place: yaml.data.locate(['results-url']),
    what: 'The address of the results is not known. Write it at “results-url”.',
  })
  return {...from, isExample: false, nodes: [{type: 'text', value: plainPhrase(context, 'unassigned')}]}
}

/** Facts of comments.yaml by name, but for those that templates/facts/ describes. */
export const commentsFacts: ReadonlyMap<string, Print> = new Map([['results-address', resultsAddress]])
