import type {Nodes, Parents} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import type {Source} from '../../load/index.ts'
import {type Place, startOfFile} from '../../message/index.ts'
import {surplus} from './difference.ts'
import type {PairedFile} from './types.ts'

/** Lines such as `::status` that one of two files has, and where. */
export interface LineDifference {
  wanted: string[]
  found: string[]
  place: Place
  other: Place
}

/** A line of its own, and the last unit before it. */
interface Line {
  text: string
  /** What stands around it, and after which unit. */
  where: string
  place: Place
  before: string | undefined
}

/** What prints by itself, such as a table of facts or a quotation, and stands elsewhere or not at all in the translation. */
export function lineDifferences({original, translation, pairs}: PairedFile): LineDifference[] {
  const [there, here] = [linesIn(original), linesIn(translation)]
  const key = ({text, where}: Line): string => `${where} ${text}`
  const [wanted, found] = [surplus(there, here, key), surplus(here, there, key)]
  const placeOf = (unit: string | undefined, side: 'original' | 'translation'): Place =>
    pairs.find((pair) => pair[side].key.endsWith(`#${unit}`))?.[side].place ??
    behindFrontMatter(side === 'original' ? original : translation)
  return [
    ...wanted.map((line): LineDifference => {
      // What stands at the same place instead, or elsewhere: one message for both.
      const at = found.findIndex(({where, text}) => where === line.where || text === line.text)
      const [instead] = at >= 0 ? found.splice(at, 1) : []
      return {
        wanted: [line.text],
        found: instead && instead.text !== line.text ? [instead.text] : [],
        place: instead?.place ?? placeOf(line.before, 'translation'),
        other: line.place,
      }
    }),
    ...found.map((line): LineDifference => {
      return {wanted: [], found: [line.text], place: line.place, other: placeOf(line.before, 'original')}
    }),
  ]
}

function behindFrontMatter({file}: Source): Place {
  const front = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(String(file))?.[0] ?? ''
  const start = {line: front.split('\n').length, column: 1}
  return {start, end: start}
}

const lines = new WeakMap<Source, Line[]>()

function linesIn(source: Source): Line[] {
  if (source.kind !== 'markdown') return []
  const known = lines.get(source)
  if (known) return known
  const found: Line[] = []
  let before: string | undefined
  const walk = (parent: Parents, around: string): void => {
    for (const child of parent.children as Nodes[]) {
      if (child.type === 'leafDirective')
        found.push({
          text: written(child),
          where: `${around} ${before ?? ''}`,
          place: child.position ?? startOfFile,
          before,
        })
      const {unitMark} = (child.data ?? {}) as {unitMark?: {id: string}}
      if (unitMark) before = unitMark.id
      if ('children' in child) walk(child as Parents, around + surroundings(child))
    }
  }
  walk(source.tree, '')
  lines.set(source, found)
  return found
}

/** What changes what a line is; under which conditions it is printed is compared elsewhere. */
function surroundings(node: Nodes): string {
  if (node.type === 'blockquote') return '>'
  if (node.type !== 'containerDirective') return ''
  return (node as ContainerDirective).name === 'example' ? ':::example' : ''
}

function written({name, attributes}: LeafDirective): string {
  const inside = Object.entries(attributes ?? {})
    .map(([key, value]) => `${key}=${/^[\w.-]+$/.test(value ?? '') ? value : JSON.stringify(value)}`)
    .sort()
  return `::${name}${inside.length > 0 ? `{${inside.join(' ')}}` : ''}`
}
