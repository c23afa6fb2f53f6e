import type {SchemaFile} from '../validate/index.ts'

/** What a place of a file of facts holds, as far as a description of it has to know. */
export type HeldType = 'date' | 'number' | 'text' | 'list' | 'keys' | 'other'

interface Node {
  type?: string | string[]
  $ref?: string
  properties?: Record<string, Node>
  items?: Node
}

/**
 * What stands at a path of a file of facts, by the schema that governs it.
 *
 * @param schemas  of the package and of a root's own facts, by name
 * @param sort  of facts
 * @param keys  that lead to it; those behind a list lead into its records
 * @returns undefined where the schema has no such key
 */
export function typeAt(schemas: Schemas, sort: string, keys: readonly string[]): HeldType | undefined {
  const node = nodeAt(schemas, sort, keys)
  return node && heldBy(node)
}

/** The keys under a path, for a message. */
export function keysAt(schemas: Schemas, sort: string, keys: readonly string[]): string[] {
  return Object.keys(recordOf(nodeAt(schemas, sort, keys), schemas)?.properties ?? {})
}

/** Schemas by their names. */
type Schemas = ReadonlyMap<string, SchemaFile>

function nodeAt(schemas: Schemas, sort: string, keys: readonly string[]): Node | undefined {
  const file = `documents/decisions/*/${sort}.yaml`
  let node = [...schemas.values()].find((schema) => schema['x-files']?.includes(file)) as Node | undefined
  for (const key of keys) {
    const properties = recordOf(node, schemas)?.properties ?? {}
    node = Object.hasOwn(properties, key) ? resolved(properties[key] as Node, schemas) : undefined
  }
  return node
}

/** What a list holds, or the node itself. */
function recordOf(node: Node | undefined, schemas: Schemas): Node | undefined {
  return node?.items ? resolved(node.items, schemas) : node
}

/** A schema with what it refers to; the type of a date is told by the name of its definition. */
function resolved(node: Node, schemas: Schemas): Node {
  const [, file, name] = /schemas\/([a-z-]+)\.schema\.json#\/\$defs\/([a-z-]+)$/.exec(node.$ref ?? '') ?? []
  if (file === undefined || name === undefined) return node
  const definitions = schemas.get(file)?.$defs as Record<string, Node> | undefined
  return {...definitions?.[name], ...node}
}

function heldBy(node: Node): HeldType {
  if (/\/date$/.test(node.$ref ?? '')) return 'date'
  const types = [node.type].flat()
  if (types.includes('array')) return 'list'
  if (types.includes('object')) return 'keys'
  if (types.includes('integer') || types.includes('number')) return 'number'
  return types.includes('string') ? 'text' : 'other'
}
