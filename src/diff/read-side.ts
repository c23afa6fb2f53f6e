import {checkContent} from '../content.ts'
import type {ReadContent} from '../reading/index.ts'
import type {Side} from './sides.ts'

/** What a side is called, and what was read of it. */
export interface SideSource {
  name: string
  commit?: string
  /** The content root; of a revision that of the folder in which git was asked. */
  root: string
  read: ReadContent
}

/**
 * Puts a side together in memory: its facts, and every document in every language as a finished tree. What has errors is
 * left out and said.
 *
 * @throws EnvironmentError  when the program's own templates cannot be read
 */
export async function readSide(
  {name, commit, root, read}: SideSource,
  onDocument?: (path: string) => void,
): Promise<Side> {
  const {compositions, documents, messages, dossier, sources, texts} = await checkContent({
    root,
    content: read,
    onDocument,
  })
  return {
    name,
    ...(commit === undefined ? {} : {commit}),
    content: read.content,
    sources,
    dossier,
    compositions,
    documents,
    messages,
    texts,
  }
}
