import type {InlineNode} from './inline-types.ts'

/** Words without a mark as inline nodes. */
export function text(value: string): InlineNode[] {
  return [{type: 'text', value}]
}
