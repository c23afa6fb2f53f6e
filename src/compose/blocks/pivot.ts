import type {BlockDirective} from './block-directive.ts'

/** `::pivot`: the line between the preamble of a resolution and its operative part. */
export const pivot: BlockDirective = (_node, part) => {
  part.style = 'operative'
  const {context} = part
  return [
    {
      type: 'pivot',
      unit: part.name === 'body' ? 'pivot' : `${part.name}.pivot`,
      children: [{type: 'text', value: context.labels.resolution.pivot}],
    },
  ]
}
