import type {Nodes, Parents, Root, Text} from 'mdast'
import {location} from 'vfile-location'
import type {VFileMessage} from 'vfile-message'
import {textOffsets} from '../load/index.ts'
import {error, type Place, quote, startOfFile} from '../message/index.ts'
import {walk} from '../tree/index.ts'
import {bareText} from './bare-text.ts'
import type {Forms} from './directives.ts'
import {idForm} from './id-form.ts'
import {lookFor} from './looks/index.ts'
import {noteFindings, type OwnNotes} from './note-findings.ts'
import type {Report, Say} from './say.ts'
import {sizeFault} from './size.ts'

const idLength = 64

/** What a tree was made from. */
interface Written {
  /** The file, for the findings. */
  path: string
  /** In which the positions of the tree count. */
  text: string
  /** From a place in the text to one in the file, when it is words inside YAML. */
  inFile?: (place: Place) => Place
  /** Notes that stand elsewhere than the words that refer to them; all references are right where it is left out. */
  notes?: OwnNotes | undefined
  /** Whether the words stand as they were adopted. */
  isAdopted?: boolean
}

/**
 * Findings about a Markdown tree: nodes, directives, links and ids that documents do not use.
 *
 * @param tree  the source tree, with positions
 * @param forms  directives that may be written
 */
export function validateTree(
  tree: Root,
  {path, text, inFile: placeOfWords, notes, isAdopted = false}: Written,
  forms: Forms,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const inFile = placeOfWords ?? ((place: Place) => place)
  const say: Say = (node, ruleId, reason, place = inFile(node.position ?? startOfFile)) => {
    messages.push(error(reason, {path, ruleId, place}))
  }
  const report: Report = {
    say,
    forms,
    placeIn: (node, start, end) => inFile(placeOfCharacters(node, start, end, text)),
    bare: (node) => bareText(node, text),
    language: /\.([a-z]{2})\.(?:md|yaml)$/.exec(path)?.[1] ?? '',
    isBody: placeOfWords === undefined,
    isAdopted,
  }
  const size = sizeFault(tree)
  if (size) {
    say(size.node, size.ruleId, size.reason)
    return messages
  }
  walk(tree, (any, ancestors) => {
    const node = any as Nodes
    const look = lookFor(node)
    if (look) look(node, ancestors as readonly Parents[], report)
    else
      say(
        node,
        'markdown-node',
        `${quote(node.type)} is not used in these documents. Write it as a paragraph.`,
      )
    const mark = node.data?.unitMark
    if (mark && (!idForm.test(mark.id) || mark.id.length > idLength)) {
      messages.push(
        error(
          `The id ${quote(`^${mark.id}`)} is not of the form that is used here. Write small letters, digits and single hyphens, such as “^reply-deadline”.`,
          {path, ruleId: 'unit-id', place: inFile(mark.place)},
        ),
      )
    } else if (mark && isWithoutWords(node)) {
      const reason = `The id ${quote(`^${mark.id}`)} has no words before it. Write it at the end of the words that it names, without an empty line between them.`
      say(node, 'unit-id-place', reason, inFile(mark.place))
    }
    return undefined
  })
  noteFindings(tree, report, notes)
  return messages
}

/** From one character of a text node on and before another, with escapes and the ends of lines. */
function placeOfCharacters(node: Text, start: number, end: number, text: string): Place {
  const {toPoint} = location(text)
  const offsets = textOffsets(node, text)
  const from = toPoint(offsets[start] ?? -1)
  const last = toPoint((offsets[end - 1] ?? -2) + 1)
  return from && last ? {start: from, end: last} : (node.position ?? startOfFile)
}

/** A cell of a table may be empty and bear the name of its row. */
function isWithoutWords(node: Nodes): boolean {
  return (node.type === 'paragraph' || node.type === 'heading') && node.children.length === 0
}
