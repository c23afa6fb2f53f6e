import type {ElementContent} from 'hast'

/** Elements each on a line of its own, so that a diff of two pages shows what changed. */
export function lines(children: readonly ElementContent[]): ElementContent[] {
  return children
    .flatMap((child): ElementContent[] => [{type: 'text', value: '\n'}, child])
    .concat({type: 'text', value: '\n'})
}
