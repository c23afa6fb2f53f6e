import type {DraftBlock} from './starter.ts'
import {fill, type Words} from './words.ts'

/**
 * A Markdown file of a new document: its front matter and its blocks, each with its id.
 *
 * @param frontMatter  words by key
 * @param blocks  of the starter
 * @param words  those of the language
 * @param values  what is filled in for the names in braces of a block
 */
export function markdownText(
  frontMatter: readonly (readonly [string, string])[],
  blocks: readonly DraftBlock[],
  words: Words,
  values: Readonly<Record<string, string>>,
): string {
  // JSON's quotation marks are YAML's, whatever the words hold.
  const head = frontMatter.map(([key, text]) => `${key}: ${JSON.stringify(text)}`)
  const texts = blocks.map(({section, heading, paragraph, items, block, fact}) => {
    if (block !== undefined) return `::${fill(block, values)}`
    if (section !== undefined) return `## ${words(section, 'section')} ^${section}`
    if (heading !== undefined) return `### ${words(heading, 'section')} ^${heading}`
    const id = paragraph ?? ''
    const text = fact === undefined ? words(id, 'paragraph') : `${words(id, 'fact')} :fact[${fact}]`
    const list = (items ?? []).map((item) => `1. ${words(item, 'paragraph')} ^${item}`)
    return [`${text} ^${id}`, ...(list.length > 0 ? [list.join('\n')] : [])].join('\n\n')
  })
  return ['---', ...head, '---', '', texts.join('\n\n'), ''].join('\n')
}
