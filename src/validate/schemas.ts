import type {ValidateFunction} from 'ajv'

/** A JSON Schema of ours as parsed JSON; `x-files` says which files it governs. */
export interface SchemaFile {
  $id: string
  title: string
  'x-files'?: string[]
  [keyword: string]: unknown
}

/** A schema, the files it governs, and its validator, compiled when first asked for. */
export interface Schema {
  name: string
  title: string
  /** Patterns of their paths. */
  files: readonly string[]
  governs(path: string): boolean
  validator(): ValidateFunction
}

/**
 * The schemas that govern files, each with its validator.
 *
 * @param files  every schema file, by its name without `.schema.json`; the keywords of JSON Schema are not read here
 * @param validatorOf  the validator of a schema by the name of its file, asked for when a file needs it
 */
export function schemasOf(
  files: ReadonlyMap<string, Pick<SchemaFile, '$id' | 'title' | 'x-files'>>,
  validatorOf: (name: string) => ValidateFunction,
): Schema[] {
  return [...files].flatMap(([name, schema]) => {
    const governed = schema['x-files'] ?? []
    const patterns = governed.map(toPattern)
    if (patterns.length === 0) return []
    return [
      {
        name,
        title: schema.title,
        files: governed,
        governs: (path: string) => patterns.some((pattern) => pattern.test(path)),
        validator: () => validatorOf(name),
      },
    ]
  })
}

/** `documents/*\/tasks.{lang}.yaml` to a pattern: `*` is a piece of one path segment, `{lang}` two letters. */
function toPattern(pattern: string): RegExp {
  const source = pattern
    .split(/(\*|\{lang\})/)
    .map((piece) => {
      if (piece === '*') return '[a-z0-9-]+'
      if (piece === '{lang}') return '[a-z]{2}'
      return piece.replace(/[.\\+?^$()[\]{}|]/g, (character) => `\\${character}`)
    })
    .join('')
  return new RegExp(`^${source}$`)
}
