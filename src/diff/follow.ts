import type {Found} from './changes/types.ts'
import type {FactChange} from './types.ts'

/**
 * The facts from which a change of a document follows; it is told under them.
 *
 * @param facts  all that differ
 * @param onlyFacts  whether nothing but facts of what the document is made from differs, so that all of it follows from them
 * @param isOwnFile  whether the document is made from a file
 * @returns none where somebody wrote other words
 */
export function factsBehind(
  {facts: named, isFactual}: Found,
  facts: readonly FactChange[],
  onlyFacts: boolean,
  isOwnFile: (path: string) => boolean,
): string[] {
  if (!isFactual && !onlyFacts) return []
  const found = named.flatMap((name) => {
    const [file = '', record] = name.split('#')
    const ofFile = facts.filter(({fact}) => fact === file || fact.startsWith(`${file}#`))
    const ofRecord = ofFile.filter(({path}) => record !== undefined && path.includes(record))
    return ofRecord.length > 0 ? ofRecord : ofFile
  })
  const ofDocument = facts.filter(({file}) => isOwnFile(file))
  // It may print what another document says of itself, such as its date.
  const all = ofDocument.length > 0 ? ofDocument : facts
  const behind = found.length > 0 || !onlyFacts ? found : all
  return [...new Set(behind.map(({fact}) => fact))]
}
