import {readSchemas} from './package-files.ts'
import {type Compile, compileSchemas, type SchemaFile} from './validate/index.ts'

/**
 * What compiles the schemas of a root's own facts, and the schemas of the package beside them. It is loaded only for a
 * root that has such facts or changes what is printed of ours: the compiler is larger than all else that a check needs.
 */
export async function ownSchemas(): Promise<OwnSchemas> {
  // They are code, and do not change while it runs.
  if (!read) {
    const files = await readSchemas()
    const shared = [...files].filter(([, schema]) => !schema['x-files'])
    read = {compile: (own) => compileSchemas(new Map([...shared, ...own])), files}
  }
  return read
}

interface OwnSchemas {
  compile: Compile
  files: ReadonlyMap<string, SchemaFile>
}

let read: OwnSchemas | undefined
