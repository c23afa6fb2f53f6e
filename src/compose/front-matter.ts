import type {MarkdownSource} from '../load/index.ts'
import {quote} from '../message/index.ts'
import type {InlineNode} from '../tree/index.ts'
import {type Context, reportMissing} from './context.ts'
import {missing} from './decisions.ts'
import {wordsAt} from './phrases.ts'

/**
 * Words of a front matter as inline nodes; a visible mark and a finding where they are missing.
 *
 * @param source  body or annex
 * @param key  such as `title`
 */
export function frontMatterWords(
  context: Context,
  source: MarkdownSource | undefined,
  key: string,
): InlineNode[] {
  const frontMatter = source?.data.value as Record<string, unknown> | undefined
  const words = frontMatter?.[key]
  if (typeof words === 'string' && source) return wordsAt(context, source, [key], words)
  if (source)
    reportMissing(
      context,
      source.path,
      source.data.locate([]),
      'words-missing',
      `The front matter lacks ${quote(key)}. Add “${key}: …”.`,
    )
  return missing(context, key)
}
