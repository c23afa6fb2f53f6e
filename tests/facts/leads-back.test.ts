import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Node, Parent} from 'unist'
import {visitParents} from 'unist-util-visit-parents'
import {describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import type {Composition} from '../../src/compose/index.ts'
import {load} from '../../src/load/index.ts'
import {resolve} from '../../src/resolve/index.ts'
import {type FactValue, toText} from '../../src/tree/index.ts'
import {validate} from '../../src/validate/index.ts'
import {composed, schemaFiles, sourcesOf} from '../support/content-root.ts'
import {story} from '../support/story.ts'

// Two promises about all that is printed of facts: whoever sees a number can be led to the record it comes from, and
// what rests on a record that is not confirmed has its mark. Both are looked at in every document in every language.

const base = await sourcesOf(story)
const {dossier} = resolve(base.validated, base.loaded.paths)
const compositions = composed(dossier).flatMap((document) => [...document.compositions.values()])
const nameOf = ({plan, language}: Composition): string => `${plan.path}.${language.code}`

/** Groups of digits in a text. */
const digitsIn = (text: string): string[] => text.match(/\d+/g) ?? []

/** Groups of digits that somebody typed into some files. */
function typedIn(isMeant: (path: string) => boolean): Set<string> {
  const texts = [...base.loaded.texts].filter(([path]) => isMeant(path)).map(([, text]) => text)
  return new Set(texts.flatMap(digitsIn))
}

interface Found {
  text: string
  ancestors: Parent[]
}

/** Texts with digits that stand in no value, and are no labels, which are computed. */
function strayDigits(tree: Node): Found[] {
  const found: Found[] = []
  visitParents(tree, 'text', (node: Node, ancestors: Node[]) => {
    const {value} = node as Node & {value: string}
    if (digitsIn(value).length === 0 || ancestors.some(({type}) => type === 'factValue')) return
    found.push({text: value, ancestors: ancestors as Parent[]})
  })
  return found
}

/** Whether a block was made by the build: what an author wrote has its place in the author's file. */
function isGenerated({ancestors}: Found): boolean {
  const block = ancestors[2]
  return block?.position === undefined && block?.type !== 'coverBlock'
}

/** Symbols of documents are labels: they are computed from document.yaml, and stand on the cover and at each annex. */
const labelStyles = new Set(['symbol', 'annex-symbol', 'annex', 'resolution-number'])

function isLabel({ancestors}: Found): boolean {
  const block = ancestors[2] as (Parent & {style?: string}) | undefined
  return block?.type === 'coverBlock' && labelStyles.has(block.style ?? '')
}

describe.each(compositions.map((composition) => [nameOf(composition), composition] as const))(
  '%s',
  (_name, {tree, language, plan}) => {
    const stray = strayDigits(tree as Node).filter((found) => !isLabel(found))
    const templates = typedIn(
      (path) => path.startsWith('templates/') && path.endsWith(`.${language.code}.yaml`),
    )
    const words = typedIn(
      (path) => path.startsWith('documents/decisions/') && path.endsWith(`.${language.code}.yaml`),
    )
    const own = typedIn(
      (path) => path.startsWith(`documents/${plan.path}/`) && path.includes(`.${language.code}.`),
    )

    test('each digit that the build prints stands in a value', () => {
      const faults = stray.filter(isGenerated).flatMap(({text}) =>
        digitsIn(text)
          .filter((digits) => !templates.has(digits) && !words.has(digits))
          .map((digits) => `${digits} in ${text}`),
      )
      expect(faults).toEqual([])
    })

    test('each other digit was typed by an author or stands in a template', () => {
      const faults = stray.flatMap(({text}) =>
        digitsIn(text)
          .filter((digits) => !templates.has(digits) && !words.has(digits) && !own.has(digits))
          .map((digits) => `${digits} in ${text}`),
      )
      expect(faults).toEqual([])
    })
  },
)

const valuesIn = (tree: Node): {node: FactValue; ancestors: Parent[]}[] => {
  const values: {node: FactValue; ancestors: Parent[]}[] = []
  visitParents(tree, 'factValue', (node: Node, ancestors: Node[]) => {
    values.push({node: node as FactValue, ancestors: ancestors as Parent[]})
  })
  return values
}

/** Whether a YAML value holds a record of an id, or a key of that name. */
function holds(value: unknown, record: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!Array.isArray(value) && Object.hasOwn(value, record)) return true
  const {id, category} = value as {id?: unknown; category?: unknown}
  return id === record || category === record || Object.values(value).some((below) => holds(below, record))
}

/** The file that a fact leads to, and the record in it. */
function targetOf(fact: string): {path: string | undefined; record: string | undefined} {
  const [name = '', record] = fact.split('#')
  const path = [`documents/decisions/${name}.yaml`, `documents/${name}.yaml`].find((candidate) =>
    existsSync(join(story, candidate)),
  )
  return {path, record}
}

test('each value leads back to a file and a record that exist', () => {
  const facts = new Set(compositions.flatMap(({tree}) => valuesIn(tree as Node).map(({node}) => node.fact)))
  expect(facts.size).toBeGreaterThan(100)
  const lost = [...facts].filter((fact) => {
    const {path, record} = targetOf(fact)
    if (!path) return true
    return record !== undefined && !holds(parse(readFileSync(join(story, path), 'utf8')), record)
  })
  expect(lost).toEqual([])
})

interface SchemaNode {
  $ref?: string
  properties?: Record<string, SchemaNode>
  items?: SchemaNode
}

const schemas = schemaFiles()

/** The value with each key set that says of a record whether it is an example, wherever its schema has one. */
function flagged(value: unknown, schema: SchemaNode | undefined, isExample: boolean): unknown {
  const [, name] = /definitions\.schema\.json#\/\$defs\/(.+)$/.exec(schema?.$ref ?? '') ?? []
  const definitions = schemas.get('definitions')?.$defs as Record<string, SchemaNode>
  const node = name === undefined ? schema : {...definitions[name], ...schema}
  if (Array.isArray(value)) return value.map((item) => flagged(item, node?.items, isExample))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, below]) => [
    key,
    flagged(below, node?.properties?.[key], isExample),
  ])
  const flags = Object.keys(node?.properties ?? {}).filter((key) => /^(?:.+-)?example$/.test(key))
  const others = entries.filter(([key]) => !flags.includes(String(key)))
  return Object.fromEntries([...others, ...(isExample ? flags.map((flag) => [flag, true]) : [])])
}

/** Every document as if all records were examples, or none. */
function composedWith(isExample: boolean): Composition[] {
  const changed = new Map<string, Uint8Array>()
  for (const [path, source] of base.validated.sources) {
    const sort = /^documents\/decisions\/[^/]+\/([a-z-]+)\.yaml$/.exec(path)?.[1]
    if (sort === undefined || sort === 'decisions') continue
    const value = flagged(source.data.value, schemas.get(sort) as SchemaNode, isExample)
    changed.set(path, new TextEncoder().encode(stringify(value)))
  }
  const validated = validate(load(changed), base.schemas, {templates: base.validated.sources})
  expect(validated.messages.map(String)).toEqual([])
  const sources = new Map([...base.validated.sources, ...validated.sources])
  const changedDossier = resolve({...base.validated, sources}, base.loaded.paths).dossier
  return composed(changedDossier).flatMap((document) => [...document.compositions.values()])
}

const endsMarked = (node: Node | undefined): boolean =>
  node?.type === 'exampleMark' ||
  ((node as Parent | undefined)?.children !== undefined && endsMarked((node as Parent).children.at(-1)))

/** Whether a value has its mark: at its end, at that of a value around it, in the caption, or before its block. */
function isMarked({node, ancestors}: {node: FactValue; ancestors: Parent[]}): boolean {
  const around = [...ancestors.filter(({type}) => type === 'factValue'), node as unknown as Parent]
  const table = ancestors.find(({type}) => type === 'captionedTable')
  const block = ancestors.find(({children}) => children[0]?.type === 'exampleMark')
  return around.some(endsMarked) || endsMarked(table?.children[0]) || block !== undefined
}

/**
 * Values of facts that can be examples. Those of decisions, meetings and documents have marks of other kinds, and the
 * name of a resolution in force is no sample.
 */
const canBeExample = ({node}: {node: FactValue}): boolean =>
  /^internet-trade(?:-cop15)?\/(?!decisions|outcome#resolution)/.test(node.fact) &&
  /\d/.test(toText(node as unknown as Node))

/** Whether a value ends with its own mark, and not with that of a value inside it. */
const isMarkedItself = ({node}: {node: FactValue}): boolean => node.children.at(-1)?.type === 'exampleMark'

test('where all records are examples each value has its mark', () => {
  const faults = composedWith(true).flatMap((composition) =>
    valuesIn(composition.tree as Node)
      .filter(canBeExample)
      .filter((value) => !isMarked(value))
      .map(({node}) => `${nameOf(composition)}: ${node.fact}: ${toText(node as unknown as Node)}`),
  )
  expect(faults).toEqual([])
})

test('where none is an example none has a mark', () => {
  const faults = composedWith(false).flatMap((composition) =>
    valuesIn(composition.tree as Node)
      .filter(canBeExample)
      .filter(isMarkedItself)
      .map(({node}) => `${nameOf(composition)}: ${node.fact}: ${toText(node as unknown as Node)}`),
  )
  expect(faults).toEqual([])
})
