import type {Node, Parent} from 'unist'
import type {Language} from '../resolve/index.ts'
import {
  type CaptionedPicture,
  type CoverBlock,
  type InlineNode,
  type LanguageSpan,
  type Part,
  visitBlocks,
} from '../tree/index.ts'
import type {DocumentContext} from './context.ts'
import {contextFor} from './make-context.ts'

/**
 * The context in which a part is put together: that of the document, or of the language in which alone the part is
 * written. What is gathered on the way is the document's in both.
 *
 * @param only  that language
 */
export function contextIn(context: DocumentContext, only: Language | undefined): DocumentContext {
  if (!only || only.code === context.language.code) return context
  const {messages, reported, unconfirmed, open, made, directives, facts, named} = context
  const own = contextFor(context.dossier, context.plan, only)
  return {...own, messages, reported, unconfirmed, open, made, directives, facts, named}
}

/** Blocks that hold words and nothing else. */
const worded: ReadonlySet<string> = new Set([
  'addressee',
  'answerSpace',
  'coverBlock',
  'leadParagraph',
  'pictureCaption',
  'pivot',
  'sectionHeading',
  'tableCaption',
  'tableCell',
  'textParagraph',
])

/** What stands over an annex in the language of the document: its symbol, the word Annex, the marker. */
const ofDocument: ReadonlySet<string> = new Set(['annex-symbol', 'annex'])

/**
 * Says of the words of an annex that is printed as it is in another language in which language they are.
 *
 * @param part  it is changed
 * @param context  of the document
 */
export function tellLanguage(part: Part, {dossier, language}: DocumentContext): void {
  const only = dossier.languages.find(({code}) => code === part.only)
  if (!only || only.code === language.code) return
  visitBlocks(part, (node: Node) => {
    const block = node as Parent
    if (node.type === 'captionedPicture') (node as CaptionedPicture).tag = only.tag
    const isHead = node.type === 'coverBlock' && ofDocument.has((node as CoverBlock).style)
    if (!worded.has(node.type) || isHead || block.children.length === 0) return
    const span: LanguageSpan = {
      type: 'languageSpan',
      tag: only.tag,
      children: block.children as InlineNode[],
    }
    block.children = [span]
  })
}
