import type {Node} from 'unist'
import {visit} from './visit.ts'

/** Which characters of a text are another document's, from where to where: what is wrong with them is said of that one. */
type Ranges = [number, number][]

type Text = Omit<Node, 'data'> & {value: string; data?: {others?: Ranges}}

/** Marks all words of a tree as another document's. The tree is changed. */
export function markOthers(tree: Node): void {
  visit(tree, 'text', (node) => {
    const text = node as unknown as Text
    text.data = {...text.data, others: [[0, text.value.length]]}
  })
}

/** Two neighbouring texts as one, each character whose it was. */
export function joined(first: Node, second: Node): Node {
  const [before, after] = [first as unknown as Text, second as unknown as Text]
  const {others: own = [], ...data} = before.data ?? {}
  const shifted = (after.data?.others ?? []).map(([start, end]): [number, number] => [
    start + before.value.length,
    end + before.value.length,
  ])
  const others = [...own, ...shifted]
  return {
    ...before,
    value: before.value + after.value,
    ...(before.data || others.length > 0 ? {data: {...data, ...(others.length > 0 ? {others} : {})}} : {}),
  } as unknown as Node
}

/** The words of a text node without those of other documents. */
export function withoutOthers(node: Node): string {
  const {value, data} = node as unknown as Text
  const others = data?.others ?? []
  return [...others].reverse().reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), value)
}
