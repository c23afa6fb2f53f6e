import type {Nodes, Parents, Text} from 'mdast'
import {characterFindings} from '../../load/index.ts'
import {quote} from '../../message/index.ts'
import {blockDirectiveForms} from '../directives.ts'
import {isInAddress, literalMarks, mayHoldMark} from '../literal-marks.ts'
import {slips} from '../markdown-slips.ts'
import {lookAtPasted} from './pasted.ts'
import type {Look} from './types.ts'

/** Marks that adopted words may have as signs of their own, such as the star of a note: they are printed as they stand. */
const ownSigns = new Set(['emphasis-form', 'markdown-literal', 'link-form'])

function printsAsItStands(ruleId: string, typed: string): boolean {
  return ownSigns.has(ruleId) || (ruleId === 'note-form' && !typed.includes('^'))
}

/** Whether a text begins a paragraph that stands by itself: not one of a list, a note, a quotation or a table. */
function mayBeHeading(node: Text, ancestors: readonly Parents[]): boolean {
  const [above, paragraph] = ancestors.slice(-2)
  const isByItself = above?.type === 'root' || above?.type === 'containerDirective'
  return isByItself && paragraph?.type === 'paragraph' && paragraph.children[0] === node
}

/** Whether the text is names of what a reference leads to: that of a note has ^ before it, `:ref[^late]`. */
function namesNotes(ancestors: readonly Parents[]): boolean {
  const parent = ancestors.at(-1)
  return parent?.type === 'textDirective' && parent.name === 'ref'
}

/** Whether a text is the end of a block whose first line could not be read as one, of which that line speaks. */
function isEndOfUnread(node: Text, ancestors: readonly Parents[]): boolean {
  if (!/^:{3,}[ \t]*$/.test(node.value)) return false
  const [above, paragraph] = ancestors.slice(-2)
  const before = (above?.children as Nodes[] | undefined)?.slice(
    0,
    above?.children.indexOf(paragraph as never),
  )
  return before?.some((other) => beginsUnread(other)) ?? false
}

function beginsUnread(node: Nodes): boolean {
  if (node.type === 'leafDirective') return blockDirectiveForms.get(node.name)?.type === 'containerDirective'
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  return first?.type === 'text' && /^(?::{3,}[ \t]*\S|(?:when|unless)\{)/.test(first.value)
}

const allMarks = [...slips, ...literalMarks]

/** Characters that no output may hold, what only looks like Markdown or was pasted, and an id inside a paragraph. */
export const text: Look<Text> = (node, ancestors, report) => {
  const {say, placeIn} = report
  const [finding] = characterFindings(node.value, '', (start, end) => placeIn(node, start, end))
  if (finding) {
    const place = finding.place && 'start' in finding.place ? finding.place : undefined
    say(node, finding.ruleId ?? 'character-control', finding.reason, place)
  }
  const bare = report.bare(node)
  const said: [number, number][] = []
  for (const {pattern, ruleId, reason, ...mark} of mayHoldMark(bare) ? allMarks : slips) {
    if ('isHeading' in mark && !(report.isBody && mayBeHeading(node, ancestors))) continue
    if (ruleId === 'unit-id' && namesNotes(ancestors)) continue
    if (isEndOfUnread(node, ancestors)) continue
    const match = pattern.exec(bare)
    if (!match) continue
    const [start, end] = [match.index, match.index + match[0].length]
    if (report.isAdopted && printsAsItStands(ruleId, match[0])) continue
    if (isInAddress(bare, start, end) || said.some(([from, to]) => start < to && from < end)) continue
    say(node, ruleId, reason(node.value.slice(start, end).trim()), placeIn(node, start, end))
    said.push([start, end])
  }
  if (said.length > 0) return
  if (lookAtPasted(node, ancestors, report)) return
  // A list that does not begin with 1. goes on as the paragraph above it, whose id then stands in the middle.
  const mark = /(?<=[ \t])\^[a-z][a-z0-9-]*(?=\n)/.exec(bare)
  if (mark)
    say(
      node,
      'unit-id-place',
      `The id ${quote(mark[0])} stands inside a paragraph, which goes on in the next line. Put an empty line after it; begin a list with “1. ”.`,
      placeIn(node, mark.index, mark.index + mark[0].length),
    )
}
