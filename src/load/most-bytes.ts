import {caps} from './caps.ts'
import {isPictureName} from './picture-files.ts'

/** How many bytes a source may have, by its name. */
export function mostBytes(path: string): number {
  if (isPictureName(path)) return caps.pictureBytes.most
  return (path.endsWith('.md') ? caps.markdownBytes : caps.yamlBytes).most
}
