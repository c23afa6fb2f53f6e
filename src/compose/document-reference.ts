import type {Parent} from 'unist'
import {choices, type Place, quote} from '../message/index.ts'
import type {DocumentPlan} from '../resolve/index.ts'
import {type InlineNode, markOthers} from '../tree/index.ts'
import {accepted} from './accepted.ts'
import {type Context, reportError} from './context.ts'
import {dormantReason} from './dormant.ts'
import {factValue} from './fact-value.ts'
import {frontMatterWords} from './front-matter.ts'
import {withoutNotes} from './note-names.ts'
import {ofRefusedDocument} from './refused-document.ts'
import {documentNumber, symbolOf} from './symbols.ts'

interface Where {
  path: string
  place?: Place | undefined
}

/**
 * Another document: its symbol, its number alone, or its title.
 *
 * @param path  such as `sc58/internet-trade`
 * @param form  `symbol`, `number`, `title`, or `title of annex-1`
 * @param where  the reference stands, for the finding
 */
export function documentReference(context: Context, path: string, form: string, where: Where): InlineNode[] {
  const {documents, refused} = context.dossier
  const plan = documents.find((document) => document.path === path)
  const dormant = dormantReason(context, path)
  if (dormant) reportError(context, where.path, where.place, 'document-dormant', dormant)
  else if (!plan && !refused.has(path))
    reportError(
      context,
      where.path,
      where.place,
      'unknown-document',
      () =>
        `There is no document ${quote(path)}. Write ${choices(
          path,
          documents.map((document) => document.path),
        )}.`,
    )
  context.named.documents.add(path)
  if (!plan) return ofRefusedDocument(context, path)
  const label = (value: string): InlineNode[] =>
    factValue(context, {
      nodes: [{type: 'text', value}],
      yaml: plan.yaml,
      record: plan.yaml.value.symbol && 'symbol',
      isExample: false,
    })
  if (form === 'number') return label(documentNumber(context, plan))
  if (form === 'title') return titleOf(context, plan, 'body', where)
  if (form.startsWith('title of ')) return titleOf(context, plan, form.slice('title of '.length), where)
  return label(symbolOf(context, plan))
}

/**
 * The title of another document, in its original language where it is not made in this one; titles that hold one
 * another would never end.
 */
function titleOf(context: Context, plan: DocumentPlan, part: string, where: Where): InlineNode[] {
  const key = `title of ${part} of ${plan.path}`
  if (context.open.has(key)) {
    const reason = `The title of ${quote(plan.path)} holds itself. Write its words instead of “:document”.`
    reportError(context, where.path, where.place, 'title-circle', reason)
    return []
  }
  if (context.open.size === 0) context.made.within = 0
  context.open.add(key)
  const only = plan.annexes.find(({name}) => name === part)?.only
  const wanted = only?.code ?? context.language.code
  const own = plan.languages.find(({language}) => language.code === wanted)
  const original = plan.languages.find(({language}) => language.code === plan.yaml.value.original)
  const {language} = own ?? original ?? context
  const source = plan.parts.get(language.code)?.find(({name}) => name === part)?.source
  // A note on a title stands where the title is the document's own.
  const words = accepted(withoutNotes(frontMatterWords(context, source, 'title')))
  const nodes: InlineNode[] =
    language.code === context.language.code
      ? words
      : [{type: 'languageSpan', tag: language.tag, children: words}]
  context.open.delete(key)
  markOthers({type: 'title', children: nodes} as Parent)
  return nodes
}
