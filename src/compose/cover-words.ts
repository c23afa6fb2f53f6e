import type {MarkdownSource} from '../load/index.ts'
import type {CoverTemplate} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {DocumentContext} from './context.ts'
import {frontMatterWords} from './front-matter.ts'
import {phrase, wordsAt} from './phrases.ts'
import {unlessConfirmed} from './unconfirmed-phrase.ts'

/**
 * A block of the cover whose words the author types: its caption, then a line for each text of a list. A block that may
 * be left out prints nothing where the original has none either.
 *
 * @param template  of the block
 * @param body  the body's source; undefined where it is missing
 */
export function coverWords(
  context: DocumentContext,
  template: CoverTemplate,
  body: MarkdownSource | undefined,
): InlineNode[][] {
  const key = template.words ?? ''
  const own = typed(body, key)
  if (own === undefined && template.required === false && typed(originalBody(context), key) === undefined)
    return []
  const lines =
    body && Array.isArray(own)
      ? own.map((line, index) => wordsAt(context, body, [key, index], String(line)))
      : [frontMatterWords(context, body, key)]
  const nodes = lines.flatMap((line, index): InlineNode[] =>
    index === 0 ? line : [{type: 'break'}, ...line],
  )
  const {caption} = template
  if (caption === undefined) return [nodes]
  const at = {path: context.plan.yaml.path, data: context.plan.yaml.data, ...body, pointer: [key]}
  return [[...unlessConfirmed(context, caption, phrase(context, caption), at), {type: 'tab'}, ...nodes]]
}

/** The sign of the author's note on a block whose words are not the author's; nothing where there is none. */
export function coverNote(
  context: DocumentContext,
  {note}: CoverTemplate,
  body: MarkdownSource | undefined,
): InlineNode[] {
  const isMissing =
    note === undefined || [body, originalBody(context)].every((source) => !typed(source, note))
  return isMissing ? [] : frontMatterWords(context, body, note)
}

function originalBody({plan}: DocumentContext): MarkdownSource | undefined {
  return plan.parts.get(plan.yaml.value.original)?.find(({name}) => name === 'body')?.source
}

function typed(source: MarkdownSource | undefined, key: string): unknown {
  const value = Object(source?.data.value)
  return Object.hasOwn(value, key) ? value[key] : undefined
}
