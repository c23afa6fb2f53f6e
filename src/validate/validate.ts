import type {Root} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Loaded, Source} from '../load/index.ts'
import {error, nearest, quote} from '../message/index.ts'
import {validateTree} from './markdown-tree.ts'
import {explain} from './schema-messages.ts'
import type {Schema} from './schemas.ts'

/** Sources that obey their schemas. */
export interface Validated {
  sources: Map<string, Source>
  /** Schema name by path. */
  schemaOf: Map<string, string>
  messages: VFileMessage[]
}

// More than this from one file is a flood that hides the cause.
const messagesPerFile = 100

/**
 * Applies to every source the one schema that governs it, and to Markdown the allow-list of nodes.
 *
 * @param loaded  what `load` gave
 * @param schemas  from `compileSchemas`
 * @returns the sources without an error, and all findings
 */
export function validate(loaded: Loaded, schemas: readonly Schema[]): Validated {
  const validated: Validated = {sources: new Map(), schemaOf: new Map(), messages: []}
  for (const [path, source] of loaded.sources) {
    const governing = schemas.filter((schema) => schema.governs(path))
    const schema = governing[0]
    if (!schema || governing.length > 1) {
      validated.messages.push(unknownFile(path, loaded.paths))
      continue
    }
    const messages = schemaFindings(source, schema)
    if (source.kind === 'markdown') messages.push(...validateTree(source.tree as Root, path))
    validated.messages.push(...messages.slice(0, messagesPerFile))
    if (messages.length > 0) continue
    validated.sources.set(path, source)
    validated.schemaOf.set(path, schema.name)
  }
  return validated
}

function unknownFile(path: string, paths: Set<string>): VFileMessage {
  const name = path.split('/').at(-1) ?? ''
  const names = [
    'document.yaml',
    'body.en.md',
    'annex-1.en.md',
    'decisions.yaml',
    'tasks.yaml',
    'notification.yaml',
    'replies.yaml',
    'workshop.yaml',
    'funding.yaml',
    'meetings.yaml',
    'glossary.yaml',
  ]
  const near = nearest(
    name,
    names.filter((known) => !paths.has(path.replace(name, known))),
  )
  const remedy = near
    ? `Call it ${quote(near)}, or move it.`
    : 'Give it one of the names that documents use, or move it elsewhere.'
  return error(`Nothing is known about a file of this name in this folder. ${remedy}`, {
    path,
    ruleId: 'file-unknown',
  })
}

function schemaFindings(source: Source, schema: Schema): VFileMessage[] {
  const validator = schema.validator()
  if (validator(source.data.value)) return []
  const seen = new Set<string>()
  const messages: VFileMessage[] = []
  for (const schemaError of validator.errors ?? []) {
    const explained = explain(schemaError, source.data)
    if (!explained) continue
    const {reason, pointer, what} = explained
    const key = `${pointer.join('/')} ${what}`
    // One place, one message: a wrong type also fails its pattern, its length and its enum.
    if (what === 'value' && schemaError.keyword !== 'required' && seen.has(key)) continue
    seen.add(key)
    messages.push(
      error(reason, {
        path: source.path,
        ruleId: `schema-${ruleNames.get(schemaError.keyword) ?? 'form'}`,
        place: source.data.locate(pointer, what),
      }),
    )
  }
  if (messages.length === 0)
    messages.push(
      error(`The file does not have the form of: ${schema.title}.`, {
        path: source.path,
        ruleId: 'schema-form',
      }),
    )
  return messages
}

const ruleNames = new Map([
  ['required', 'missing-key'],
  ['additionalProperties', 'unknown-key'],
  ['unevaluatedProperties', 'unknown-key'],
  ['propertyNames', 'unknown-key'],
  ['type', 'type'],
  ['enum', 'value'],
  ['const', 'value'],
  ['format', 'value'],
  ['pattern', 'value'],
])
