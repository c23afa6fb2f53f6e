import {isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap} from 'yaml'

/** A key of a file with the mapping it stands in; offsets are those of the file. */
export interface Site {
  path: string
  text: string
  pointer: string[]
  pair: Pair<Node, Node | null>
  map: YAMLMap<Node, Node | null>
  /** Key that the mapping, or the decision or task whose words it holds, stands under. */
  holder: Node | undefined
  start: number
}

/** One change to one file, and the lines on one of which an error must stand. */
export interface Mutation {
  what: 'delete' | 'rename' | 'retype'
  site: Site
  text: string
  lines: [number, number]
}

/** Every key of a YAML file or of the front matter of a Markdown file, at any depth. */
export function sitesOf(path: string, text: string): Site[] {
  const start = path.endsWith('.md') ? 4 : 0
  const yaml = path.endsWith('.md') ? text.slice(start, text.indexOf('\n---', start) + 1) : text
  const sites: Site[] = []
  const walk = (node: Node | null, pointer: string[], holder?: Node): void => {
    if (isSeq(node))
      for (const [index, item] of node.items.entries())
        walk(item as Node, [...pointer, String(index)], holder)
    if (!isMap(node)) return
    for (const pair of (node as YAMLMap<Node, Node | null>).items) {
      const below = [...pointer, String(isScalar(pair.key) ? pair.key.value : '')]
      sites.push({path, text, pointer: below, pair, map: node as Site['map'], holder, start})
      const isWords = /\/decisions\/.+\.[a-z]{2}\.yaml$/.test(path) && below.length > 2
      walk(pair.value, below, isWords ? holder : pair.key)
    }
  }
  walk(parseDocument(yaml).contents, [])
  return sites
}

const from = (node: Node | null | undefined): number => node?.range?.[0] ?? 0
const to = ({text, start}: Site, node: Node | null | undefined): number =>
  text.slice(0, start + (node?.range?.[1] ?? 0)).trimEnd().length - start // A block's range runs on to its neighbour.
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function mutation(what: Mutation['what'], site: Site, range: [number, number], words: string): Mutation {
  const [start, end] = [range[0] + site.start, site.start + range[1]]
  const text = site.text.slice(0, start) + words + site.text.slice(end)
  const line = (offset: number): number => lineAt(text, offset + site.start)
  const lines: [number, number] =
    what === 'delete'
      ? [line(site.holder ? from(site.holder) : from(site.map)), line(from(site.map))]
      : [line(from(site.pair.key)), lineAt(text, start + words.length)]
  return {what, site, text, lines}
}

/** The key deleted, renamed (x put at its end) and its value written as another type, one at a time. */
export function mutationsOf(site: Site): Mutation[] {
  const {pair, map} = site
  const index = map.items.indexOf(pair)
  const [before, after] = [map.items[index - 1], map.items[index + 1]]
  const gone: [number, number] = after
    ? [from(pair.key), from(after.key)]
    : before
      ? [to(site, before.value ?? before.key), to(site, pair.value ?? pair.key)]
      : [from(map), to(site, map)]
  const keyEnd = to(site, pair.key) - (/["']/.test(site.text[site.start + from(pair.key)] ?? '') ? 1 : 0)
  const value = pair.value
  const scalar = isScalar(value) ? value.value : undefined
  const others = scalar === null ? ['[7]'] : typeof scalar === 'string' ? ['7', '[retyped]'] : ['retyped']
  return [
    mutation('delete', site, gone, !before && !after ? '{}' : ''),
    mutation('rename', site, [keyEnd, keyEnd], 'x'),
    ...others.map((other) => mutation('retype', site, [from(value), to(site, value)], other)),
  ]
}
