import type {Composition} from '../compose/index.ts'
import type {Checked} from './types.ts'

/** A document without the annexes that its languages print as they are in another: no word of theirs is of that language. */
export function withoutForeign(checked: Checked): Checked {
  const compositions = [...checked.compositions].map(([code, composition]): [string, Composition] => {
    const {tree} = composition
    const children = tree.children.filter(({only}) => only === undefined || only === code)
    if (children.length === tree.children.length) return [code, composition]
    return [code, {...composition, tree: {...tree, children}}]
  })
  return {...checked, compositions: new Map(compositions)}
}
