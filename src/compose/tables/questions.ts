import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {factValue} from '../fact-value.ts'
import {askedProvisions, knownReplies} from '../facts/index.ts'
import {groupDigits} from '../group-digits.ts'
import {inlines} from '../inlines/index.ts'
import {shareNodes} from '../numbers.ts'
import {openReference} from '../open-reference.ts'
import {parseWords, phrase} from '../phrases.ts'
import {alignedRight, columnsOf, factTable, type Row, type Tables} from './fact-table.ts'
import {noReplies} from './replies.ts'

/** Each question of the Notification, how many Parties answered it, and their share of the replies. */
export const questionsTables: Tables = (context) => {
  const known = knownReplies(context)
  if (!known) return noReplies(context)
  const {replies, yaml, isExample} = known
  // The caption has the mark of an example, for all of the replies.
  const value = (nodes: InlineNode[]): InlineNode[] => factValue(context, {nodes, yaml, isExample: false})
  const rows = askedProvisions(context, replies).map(({id, decision}): Row => {
    const answered = replies.filter((reply) => reply.answered.includes(id)).length
    return {
      id,
      cells: [
        [openReference({decision: `${decision}.${id}`, form: 'number', path: yaml.path})],
        questionWords(context, decision, id),
        value([{type: 'text', value: groupDigits(context, answered)}]),
        value(shareNodes(context, answered, replies.length)),
      ],
    }
  })
  const caption = factValue(context, {nodes: phrase(context, 'questions-caption'), yaml, isExample})
  const columns = columnsOf(context, {provision: 16, question: 54, parties: 16, share: 14})
  return [factTable(context, 'questions', caption, alignedRight(columns, ['parties', 'share']), rows)]
}

/** The words of a provision without the punctuation and the conjunction that join it to the next. */
function questionWords(context: Context, decision: string, id: string): InlineNode[] {
  const words = context.subject.words.decisions.get(context.language.code)
  const own = words?.value.decisions[decision]?.provisions?.[id] ?? ''
  const alone = own.replace(/\s*(?:;\s*\p{L}{0,3}|[.:])$/u, '')
  const place = words?.data.locate(['decisions', decision, 'provisions', id])
  return inlines(parseWords(alone), context, {path: words?.path ?? '', place})
}
