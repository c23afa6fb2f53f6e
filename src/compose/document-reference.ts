import {type Place, quote} from '../message/index.ts'
import type {InlineNode} from '../tree/index.ts'
import {type Context, reportError} from './context.ts'
import {frontMatterWords} from './front-matter.ts'
import {documentNumber, symbolOf} from './symbols.ts'

/**
 * Another document: its symbol, its number alone, or its title.
 *
 * @param path  such as `sc58/internet-trade`
 * @param form  `symbol`, `number` or `title`
 * @param where  the reference stands, for the finding
 */
export function documentReference(
  context: Context,
  path: string,
  form: string,
  where: {path: string; place?: Place | undefined},
): InlineNode[] {
  const {documents, dormant, refused} = context.dossier
  const plan = documents.find((document) => document.path === path)
  const sleeping = dormant.find((document) => document.path === path)
  if (sleeping)
    reportError(
      context,
      where.path,
      where.place,
      'document-dormant',
      `The document ${quote(path)} is not made as the facts stand (it says “when: ${[sleeping.fact.value.when].flat().join(', ')}”). Name another document, or correct the facts.`,
    )
  else if (!plan && !refused.has(path))
    reportError(
      context,
      where.path,
      where.place,
      'unknown-document',
      `There is no document ${quote(path)}. Write one of: ${documents.map((document) => document.path).join(', ')}.`,
    )
  if (!plan) return []
  if (form === 'number') return [{type: 'text', value: documentNumber(context, plan)}]
  if (form === 'title') {
    const body = plan.parts.get(context.language.code)?.find(({name}) => name === 'body')
    return frontMatterWords(context, body?.source, 'title')
  }
  return [{type: 'text', value: symbolOf(context, plan)}]
}
