import type {Node, Nodes, Parents, Root} from 'mdast'
import {type Place, quote} from '../message/index.ts'
import {walk} from '../tree/index.ts'
import {idForm} from './id-form.ts'
import type {Report} from './say.ts'

/** Notes that stand elsewhere than the words that refer to them. */
export interface OwnNotes {
  names: ReadonlySet<string>
  /** What is said of words that refer to another name. */
  reason(name: string): string
}

/**
 * Notes without a text, that nothing refers to, that occur twice or that refer to a note.
 *
 * @param notes  of words, the names of the notes to which they may refer; of a file, those to which its front matter does
 */
export function noteFindings(tree: Root, {say, placeIn, isBody, bare}: Report, notes?: OwnNotes): void {
  const defined = new Map<string, Node>()
  const missing: {node: Node; name: string; place: Place}[] = []
  const used = new Set<string>(isBody ? notes?.names : undefined)
  walk(tree, (any, above) => {
    const [node, ancestors] = [any as Nodes, above as readonly Parents[]]
    if (node.type === 'footnoteReference') {
      used.add(node.identifier)
      if (!isBody && notes && !notes.names.has(node.identifier))
        say(node, 'note-missing', notes.reason(node.identifier))
      const place = misplaced(node.identifier, ancestors)
      if (ancestors.some((ancestor) => ancestor.type === 'footnoteDefinition'))
        say(node, 'note-in-note', 'A note refers to a note. Move the words into the text.')
      else if (place) say(node, 'note-place', place)
    }
    if (node.type === 'footnoteDefinition') {
      if (defined.has(node.identifier))
        say(
          node,
          'note-twice',
          `The note ${quote(`[^${node.identifier}]`)} occurs twice. Give one of them another name.`,
        )
      if (!idForm.test(node.identifier))
        say(
          node,
          'unit-id',
          `The name of the note ${quote(`[^${node.identifier}]`)} is not of the form that is used here. Write small letters, digits and single hyphens, such as “[^late-replies]”.`,
        )
      defined.set(node.identifier, node)
    }
    if (node.type === 'text') {
      // Most texts have none, and what is escaped is asked only where there is one.
      const match = node.value.includes('[^') ? /\[\^([^\]\s]+)\]/.exec(bare(node)) : null
      if (match)
        missing.push({
          node,
          name: match[1] ?? '',
          place: placeIn(node, match.index, match.index + match[0].length),
        })
    }
    return undefined
  })
  for (const {node, name, place} of missing) {
    const text = defined.get(name)
    used.add(name)
    // Whether one may have no text, the language of the document decides where it is put together.
    if (isBody && !text) continue
    // Markdown knows a note of a block only inside that block.
    const reason = text
      ? `The text of the note ${quote(`[^${name}]`)} stands inside a block (line ${text.position?.start.line}), where it is not found from here. Move it to the end of the file.`
      : `The note ${quote(`[^${name}]`)} has no text. Add a line “[^${name}]: …” at the end of the file.`
    say(node, 'note-missing', reason, place)
  }
  for (const [identifier, node] of defined) {
    if (!used.has(identifier))
      say(
        node,
        'note-unused',
        `No text refers to the note ${quote(`[^${identifier}]`)}. Put “[^${identifier}]” where it belongs, or delete the note.`,
      )
  }
}

/** Directives whose words are printed as they stand, and may have notes in them. */
const holdNotes = new Set(['ins', 'lang', 'hint', 'sup', 'sub'])

/** What is said of a reference that stands where none can: in a link, in struck words, in the name of something. */
function misplaced(name: string, ancestors: readonly Parents[]): string | undefined {
  const mark = quote(`[^${name}]`)
  for (const ancestor of ancestors) {
    if (ancestor.type === 'link' || ancestor.type === 'linkReference')
      return `The note ${mark} stands inside the words of a link. Put it behind the link: ${quote(`[words](https://…)[^${name}]`)}.`
    if (ancestor.type === 'delete' || (ancestor.type === 'textDirective' && ancestor.name === 'del'))
      return `The note ${mark} stands inside struck words, and its own words would not be struck. Write ${quote(`:del[words][^${name}]`)} and strike the words of the note too, or leave the note out.`
    if (ancestor.type === 'textDirective' && !holdNotes.has(ancestor.name))
      return `The note ${mark} stands between the brackets of ${quote(`:${ancestor.name}[…]`)}. Put it behind them: ${quote(`:${ancestor.name}[…][^${name}]`)}.`
  }
  return undefined
}
