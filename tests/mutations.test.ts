import {writeFileSync} from 'node:fs'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap} from 'yaml'
import {
  copyRoot,
  findingsOf,
  removeRoot,
  type Sources,
  schemaFiles,
  sourcesOf,
} from './support/content-root.ts'

/** A key of a file with the mapping it stands in; offsets are those of the file. */
interface Site {
  path: string
  text: string
  pointer: string[]
  pair: Pair<Node, Node | null>
  map: YAMLMap<Node, Node | null>
  holder: Node | undefined
  start: number
}

/** One change to one file, and the lines on one of which an error must stand. */
interface Mutation {
  what: 'delete' | 'rename' | 'retype'
  site: Site
  text: string
  lines: [number, number]
}

let root: string
let base: Sources
const schemas = schemaFiles()
beforeAll(async () => {
  root = await copyRoot('documents', 'templates')
  base = await sourcesOf(root)
})
afterAll(() => removeRoot(root))

function sitesOf(path: string, text: string): Site[] {
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
      walk(pair.value, below, pair.key)
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

function mutationsOf(site: Site): Mutation[] {
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

type Json = {[key: string]: Json} & {required?: string[]}

/** Whether the schema lets the key be absent: a named property that is not required. Keys of a dictionary are words. */
function isOptional({path, pointer}: Site): boolean {
  const files = schemas as unknown as Map<string, Json>
  let schema = files.get(base.validated.schemaOf.get(path) ?? '')
  for (const [index, step] of pointer.entries()) {
    while (schema?.$ref) {
      const name = String(schema.$ref).split('/').at(-1) ?? ''
      schema = files.get('definitions')?.$defs?.[name]
    }
    const named = schema?.properties?.[step]
    if (index === pointer.length - 1) return named !== undefined && !schema?.required?.includes(step)
    schema = named ?? schema?.items ?? schema?.additionalProperties
  }
  return false
}

function isCaught({site, text, lines}: Mutation): boolean {
  for (const found of findingsOf(base, site.path, text))
    for (const {fatal, file, line = 0} of found)
      if (fatal && file === site.path && line >= lines[0] && line <= lines[1]) return true
  return false
}

test('the sources have no error before they are changed', () => {
  expect([...base.loaded.messages, ...base.validated.messages]).toEqual([])
})

test('a key that is deleted, renamed or retyped is an error at its line', () => {
  const missed: string[] = []
  const n = {t: 0}
  for (const [path, source] of base.validated.sources) {
    for (const site of sitesOf(path, String(source.file))) {
      for (const change of mutationsOf(site)) {
        n.t++
        if (change.what === 'delete' && isOptional(site)) continue
        let r = ''
        try {
          if (isCaught(change)) continue
          for (const f of findingsOf(base, path, change.text))
            for (const m of f) r += `\n      ${m.fatal} ${m.file}:${m.line} ${m.ruleId}`
        } catch (e) {
          r = 'CRASH ' + String(e)
        }
        missed.push(`${path} ${change.lines} ${change.what} ${site.pointer.join('/')} ${r}`)
      }
    }
  }
  console.log(n, missed.length)
  writeFileSync('/tmp/missed.txt', missed.join('\n'))
}, 600000)
