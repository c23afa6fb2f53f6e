import type {BlockDirective} from './block-directive.ts'

/** `::pivot`: the line between the preamble of a resolution and its operative part, whose paragraphs may have numbers. */
export const pivot: BlockDirective = (_node, part) => {
  part.style = 'operative'
  if (part.numbersOperative) part.numbersParagraphs = true
  const {context} = part
  return [
    {
      type: 'pivot',
      unit: part.name === 'body' ? 'pivot' : `${part.name}.pivot`,
      children: [{type: 'text', value: context.labels.resolution.pivot}],
    },
  ]
}
