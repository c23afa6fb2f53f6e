import type {Nodes, Root} from 'mdast'
import {visitParents} from 'unist-util-visit-parents'
import type {VFileMessage} from 'vfile-message'
import {error, type Place, quote, startOfFile} from '../message/index.ts'
import type {Forms} from './directives.ts'
import {idForm} from './id-form.ts'
import {lookFor} from './looks/index.ts'
import {noteFindings} from './note-findings.ts'
import type {Say} from './say.ts'
import {sizeFault} from './size.ts'

const idLength = 64

/**
 * Findings about a Markdown tree: nodes, directives, links and ids that documents do not use.
 *
 * @param tree  the source tree, with positions
 * @param path  the file, for the findings
 * @param forms  directives that may be written
 * @param shift  where the tree's first character stands, when it is words inside YAML
 */
export function validateTree(tree: Root, path: string, forms: Forms, shift?: Place): VFileMessage[] {
  const messages: VFileMessage[] = []
  const say: Say = (node, ruleId, reason, place = node.position) => {
    messages.push(error(reason, {path, ruleId, place: shift ?? place ?? startOfFile}))
  }
  const size = sizeFault(tree)
  if (size) {
    say(size.node, size.ruleId, size.reason)
    return messages
  }
  visitParents(tree, (node, ancestors) => {
    const look = lookFor(node)
    if (look) look(node, ancestors, say, forms)
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
          {path, ruleId: 'unit-id', place: shift ?? mark.place},
        ),
      )
    } else if (mark && isWithoutWords(node)) {
      const reason = `The id ${quote(`^${mark.id}`)} has no words before it. Write it at the end of the words that it names, without an empty line between them.`
      say(node, 'unit-id-place', reason, mark.place)
    }
  })
  noteFindings(tree, say)
  return messages
}

/** A cell of a table may be empty and bear the name of its row. */
function isWithoutWords(node: Nodes): boolean {
  return (node.type === 'paragraph' || node.type === 'heading') && node.children.length === 0
}
