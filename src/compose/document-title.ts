import type {Parent} from 'unist'
import {isError} from '../message/index.ts'
import type {DocumentPlan} from '../resolve/index.ts'
import {type CrossReference, type InlineNode, visit} from '../tree/index.ts'
import {accepted} from './accepted.ts'
import type {Context, DocumentContext} from './context.ts'
import {documentReference} from './document-reference.ts'
import {frontMatterWords} from './front-matter.ts'
import {contextFor} from './make-context.ts'
import {withoutNotes} from './note-names.ts'
import {completeReferences} from './references.ts'

/**
 * The title of a document where all are listed, as on its own day; where its words have errors, that in the next
 * language in which it is written, and its path where there is none.
 *
 * @param context  of the document, in the language of the list
 * @param isRefused  whether it has errors in a language
 */
export function documentTitle(
  context: DocumentContext,
  isRefused: (code: string) => boolean = () => false,
): InlineNode[] {
  const {plan, dossier, language} = context
  const own = titleIn(context, isRefused)
  if (own) return own
  for (const {language: other} of originalFirst(plan)) {
    const title =
      other.code === language.code ? undefined : titleIn(contextFor(dossier, plan, other), isRefused)
    if (title) return [{type: 'languageSpan', tag: other.tag, children: title}]
  }
  return [{type: 'text', value: plan.path}]
}

function originalFirst({languages, yaml}: DocumentPlan): DocumentPlan['languages'] {
  const isOriginal = (code: string): number => Number(code === yaml.value.original)
  return languages.toSorted((a, b) => isOriginal(b.language.code) - isOriginal(a.language.code))
}

/** The title in the language of a context, or as there in the original one; undefined where words or file are wrong. */
function titleIn(context: DocumentContext, isRefused: (code: string) => boolean): InlineNode[] | undefined {
  const {plan, language} = context
  const nodes = documentReference(context, plan.path, 'title', {path: plan.yaml.path})
  const used = plan.languages.find((own) => own.language.code === language.code) ?? originalFirst(plan)[0]
  const code = used?.language.code ?? ''
  const isThere = plan.parts.get(code)?.some(({name}) => name === 'body')
  // What is not written yet prints as a mark; a file that has errors is not among the parts either.
  if (!isThere && (used?.state === 'complete' || isRefused(code))) return undefined
  const references: CrossReference[] = []
  visit({type: 'title', children: nodes} as Parent, 'crossReference', (node) => void references.push(node))
  // Whether they lead anywhere is asked of copies: the list fills them in with all others.
  completeReferences({type: 'title', children: structuredClone(references)} as Parent, context, plan)
  return context.messages.some(isError) ? undefined : nodes
}

const plainDirectives = /(?<![\w:]):(?!(?:ins|del|sup|sub|lang)\[)[a-z-]+\[/

/**
 * The title of a document whose subject and day are not known: only words that need none, else its path.
 *
 * @param context  in the language of the list
 * @param path  such as `sc58/internet-trade`
 */
export function bodyTitle(context: Context, path: string): InlineNode[] {
  const sources = context.dossier.refusedBodies.get(path)
  const [code, source] =
    [...(sources ?? [])].sort(
      ([a], [b]) => Number(b === context.language.code) - Number(a === context.language.code),
    )[0] ?? []
  const title = (source?.data.value as {title?: unknown} | undefined)?.title
  if (typeof title !== 'string' || plainDirectives.test(title)) return [{type: 'text', value: path}]
  const notes = {...context, messages: []}
  const nodes = accepted(withoutNotes(frontMatterWords(notes, source, 'title')))
  if (notes.messages.some(isError)) return [{type: 'text', value: path}]
  const language = context.dossier.languages.find((other) => other.code === code)
  if (!language || code === context.language.code) return nodes
  return [{type: 'languageSpan', tag: language.tag, children: nodes}]
}
