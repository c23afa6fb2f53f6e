import {quote} from '../../message/index.ts'
import {
  type CaptionType,
  captionSequences,
  isNumbered,
  type NumberedCaption,
  toText,
  typedLabelOf,
  visitParents,
} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'

const captions = Object.keys(captionSequences) as CaptionType[]
const labelled = ['numberedParagraph', 'clause', 'continuation', 'provision', 'textParagraph'] as const

/** No label is typed by hand: the build prints them all, but those of a text that is quoted, which are that text's. */
export const typedLabel = defineRule('typed-label', 'error', ({compositions}, report) => {
  for (const {tree, language} of compositions.values())
    for (const part of tree.children) {
      visitParents(part, captions, (caption, ancestors) => {
        // Captions of tables of facts are words of phrases.
        const {position} = ancestors.at(-1) ?? {}
        const label = position && isNumbered(caption) && typedOn(caption)
        if (label)
          report(
            `${quote(label)} is typed before this caption, and the build prints its number. Delete ${quote(`${label} `)}.`,
            {path: part.file, place: position, language: language.code},
          )
      })
      visitParents(part, labelled, (node, ancestors) => {
        if (ancestors.some(({type}) => type === 'quotation')) return
        if (!node.position) return // Words of YAML and phrases are not the author's paragraphs.
        const [lead] = node.children
        const words = lead ? toText(node.type === 'textParagraph' ? node : lead) : ''
        const label = typedLabelOf(words, node.type === 'provision')
        if (!label) return
        const remedy =
          node.type === 'provision'
            ? 'Begin the item with “1. ” and its words; the build prints its letter.'
            : `Paragraphs are numbered by the build: delete ${quote(`${label} `)}. For a lettered item write “1. ”.`
        report(
          `${quote(label)} is typed before this ${node.type === 'provision' ? 'item' : 'paragraph'}. ${remedy}`,
          {path: part.file, place: node.position, language: language.code},
        )
      })
    }
})

/** The label that an author typed before the words of a caption that has one: “Table 4:”. */
function typedOn(caption: NumberedCaption): string | undefined {
  const [word = ''] = /^[^%]*/.exec(caption.labelText) ?? []
  const words = toText(caption).replaceAll('\u00a0', ' ')
  const start = word.replaceAll('\u00a0', ' ').toLowerCase()
  if (start === '' || !words.toLowerCase().startsWith(start)) return undefined
  const [rest] = /^\d{1,3}\s?[.:–—-]?(?=\s)/.exec(words.slice(start.length)) ?? []
  return rest === undefined ? undefined : words.slice(0, start.length) + rest
}
