import {quote} from '../../message/index.ts'
import {toText, typedLabelOf, visit} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'

const labelled = ['numberedParagraph', 'clause', 'provision', 'textParagraph'] as const

/** No label is typed by hand: the build prints them all. */
export const typedLabel = defineRule('typed-label', 'error', ({compositions}, report) => {
  for (const {tree, language} of compositions.values())
    for (const part of tree.children)
      visit(part, labelled, (node) => {
        if (!node.position) return // Words of YAML and phrases are not the author's paragraphs.
        const [lead] = node.children
        const label = typedLabelOf(lead ? toText(node.type === 'textParagraph' ? node : lead) : '')
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
})
