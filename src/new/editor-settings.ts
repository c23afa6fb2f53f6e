import {isAbsolute, join, relative} from 'node:path'
import {pathToFileURL} from 'node:url'
import {packageFolder, readSchemas, schemaFolders} from '../package-files.ts'

/** Where an editor looks for the settings of a folder. */
export const settingsPath = '.vscode/settings.json'

/**
 * Settings of a dossier for Visual Studio Code: to them come the schemas, by which it completes and explains keys. A
 * file that changes a template of the package need not be complete, and has a schema that knows.
 *
 * @param folder  absolute path of the dossier: the schemas stay in the package, wherever that is from there
 * @param settings  JSON of the settings that all dossiers have
 * @returns the same with `yaml.schemas`
 */
export async function editorSettings(folder: string, settings: string): Promise<string> {
  const schemas: Record<string, string[]> = {}
  const changed = new Set<string>()
  for (const [name, {'x-files': files = []}] of await readSchemas('partial')) {
    schemas[addressOf(folder, schemaFolders.partial, name)] = files
    for (const file of files) changed.add(file)
  }
  for (const [name, {'x-files': files = []}] of await readSchemas()) {
    const patterns = files.filter((file) => file.endsWith('.yaml') && !changed.has(file)).flatMap(patternsOf)
    const others = [...changed].filter((file) => files.some((pattern) => globOf(pattern).test(file)))
    if (patterns.length > 0)
      schemas[addressOf(folder, schemaFolders.full, name)] = [
        ...patterns,
        ...others.map((file) => `!${file}`),
      ]
  }
  return `${JSON.stringify({'yaml.schemas': schemas, ...JSON.parse(settings)}, null, 2)}\n`
}

/** From the dossier, so that both may be moved together; a full address where they are on different disks. */
function addressOf(folder: string, schemaFolder: string, name: string): string {
  const file = join(packageFolder, schemaFolder, `${name}.schema.json`)
  const path = relative(folder, file)
  return isAbsolute(path) ? pathToFileURL(file).href : path.replaceAll('\\', '/').replace(/^(?!\.)/, './')
}

/** Patterns as the editor reads them: `*` holds full stops there. */
function patternsOf(pattern: string): string[] {
  const glob = pattern.replace('{lang}', '??')
  return glob.endsWith('/*.yaml') ? [glob, `!${glob.replace('*.yaml', '*.*.yaml')}`] : [glob]
}

function globOf(pattern: string): RegExp {
  const source = pattern.replaceAll('.', '\\.').replace('*', '[^/.]+').replace('{lang}', '[a-z]{2}')
  return new RegExp(`^${source}$`)
}
