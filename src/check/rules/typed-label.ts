import {quote} from '../../message/index.ts'
import {toText, typedLabelOf, visitParents} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'

const labelled = ['numberedParagraph', 'clause', 'continuation', 'provision', 'textParagraph'] as const

/** No label is typed by hand: the build prints them all, but those of a text that is quoted, which are that text's. */
export const typedLabel = defineRule('typed-label', 'error', ({compositions}, report) => {
  for (const {tree, language} of compositions.values())
    for (const part of tree.children)
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
})
