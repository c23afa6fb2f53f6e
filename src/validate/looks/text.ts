import type {Text} from 'mdast'
import {characterFindings} from '../../load/index.ts'
import {quote} from '../../message/index.ts'
import {slips} from '../markdown-slips.ts'
import {placeWithin} from '../say.ts'
import type {Look} from './types.ts'

/** Characters that no output may hold, what only looks like Markdown, and an id inside a paragraph. */
export const text: Look<Text> = (node, _ancestors, say) => {
  const [finding] = characterFindings(node.value, '')
  if (finding) say(node, finding.ruleId ?? 'character-control', finding.reason)
  for (const slip of slips) {
    const match = slip.pattern.exec(node.value)
    if (!match) continue
    say(node, slip.ruleId, slip.reason(match[0].trim()))
    return
  }
  // A list that does not begin with 1. goes on as the paragraph above it, whose id then stands in the middle.
  const mark = /(?<=[ \t])\^[a-z][a-z0-9-]*(?=\n)/.exec(node.value)
  if (mark)
    say(
      node,
      'unit-id-place',
      `The id ${quote(mark[0])} stands inside a paragraph, which goes on in the next line. Put an empty line after it; begin a list with “1. ”.`,
      placeWithin(node, mark.index),
    )
}
