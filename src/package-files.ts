import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Content, readContent} from './load/index.ts'
import {compare} from './message/index.ts'
import type {SchemaFile} from './validate/index.ts'

/**
 * The folder of the package. It is one up from this file, in `src/` and in `dist/`; from a file deeper down it would not
 * be found any more once the command is bundled.
 */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url))

let templates: Content | undefined

/**
 * The templates of the package; those of a root change single keys of them (mergeTemplates). Like its schemas they do
 * not change while it runs, so that a command which builds twice reads them once.
 */
export async function readTemplates(): Promise<Content> {
  templates ??= (await readContent(packageFolder, ['templates'])).content
  return templates
}

/** The folder of the schemas, from that of the package; those of what a root changes, for editors, are below it. */
export const schemaFolders = {full: 'schemas', partial: 'schemas/partial'} as const

/** The schemas of the package: they are code, never taken from a content root. */
export async function readSchemas(
  form: keyof typeof schemaFolders = 'full',
): Promise<Map<string, SchemaFile>> {
  const folder = join(packageFolder, schemaFolders[form])
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).sort(compare)
  const files = await Promise.all(
    names.map(
      async (name) =>
        [
          name.replace('.schema.json', ''),
          JSON.parse(await readFile(join(folder, name), 'utf8')) as SchemaFile,
        ] as const,
    ),
  )
  return new Map(files)
}

/** The pages of the rules, docs/rules/ of the package, by name without their extension. */
export async function readRulePages(): Promise<Map<string, string>> {
  const folder = join(packageFolder, 'docs/rules')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort(compare)
  const pages = await Promise.all(
    names.map(async (name) => [name.replace('.md', ''), await readFile(join(folder, name), 'utf8')] as const),
  )
  return new Map(pages)
}
