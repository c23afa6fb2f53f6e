import type {Text} from 'mdast'
import {characterFindings} from '../../load/index.ts'
import {quote} from '../../message/index.ts'
import {slips} from '../markdown-slips.ts'
import type {Look} from './types.ts'

/** Characters that no output may hold, what only looks like Markdown, and an id inside a paragraph. */
export const text: Look<Text> = (node, _ancestors, {say, placeIn}) => {
  const [finding] = characterFindings(node.value, '', (start, end) => placeIn(node, start, end))
  if (finding) {
    const place = finding.place && 'start' in finding.place ? finding.place : undefined
    say(node, finding.ruleId ?? 'character-control', finding.reason, place)
  }
  for (const slip of slips) {
    const match = slip.pattern.exec(node.value)
    if (!match) continue
    const place = placeIn(node, match.index, match.index + match[0].length)
    say(node, slip.ruleId, slip.reason(match[0].trim()), place)
    return
  }
  // A list that does not begin with 1. goes on as the paragraph above it, whose id then stands in the middle.
  const mark = /(?<=[ \t])\^[a-z][a-z0-9-]*(?=\n)/.exec(node.value)
  if (mark)
    say(
      node,
      'unit-id-place',
      `The id ${quote(mark[0])} stands inside a paragraph, which goes on in the next line. Put an empty line after it; begin a list with “1. ”.`,
      placeIn(node, mark.index, mark.index + mark[0].length),
    )
}
