import type {Content} from '../load/index.ts'

/** Words, ledgers and pictures that are a document's own: nothing but the title of a body is printed elsewhere. */
const ofDocument = /^documents\/((?!(?:decisions|agendas|texts)\/)[^/]+\/[^/]+)\/.+\.(?:md|jsonl|png|jpe?g)$/

/**
 * The document whose own words a file holds, by its path from the content root.
 *
 * @returns such as `sc58/internet-trade`; undefined for what documents share, and for `document.yaml`
 */
export function ownerOf(path: string): string | undefined {
  return ofDocument.exec(path)?.[1]
}

/** The files of words of each document, by its path. */
export function wordsByDocument(content: Content): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const path of content.keys()) {
    const owner = ownerOf(path)
    if (owner === undefined) continue
    const own = found.get(owner)
    if (own) own.push(path)
    else found.set(owner, [path])
  }
  return found
}
