import {accessSync, constants, statSync} from 'node:fs'
import {delimiter, join} from 'node:path'

// Where the installers of LibreOffice put it on systems that do not add it to PATH.
const usualPlaces = new Map<string, readonly string[]>([
  [
    'soffice',
    [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    ],
  ],
])

/**
 * Path of an installed program, looked up without starting it.
 *
 * @param name  without its extension
 * @returns undefined where it is not installed
 */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.com`] : [name]
  const candidates = folders.flatMap((folder) => names.map((file) => join(folder, file)))
  return [...candidates, ...(usualPlaces.get(name) ?? [])].find(canRun)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
