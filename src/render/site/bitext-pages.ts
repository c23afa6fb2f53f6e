import type {Composition} from '../../compose/index.ts'
import type {Site} from './types.ts'

/** The documents that are made in more than one language, each with its languages in order. */
export function bitexts({documents}: Pick<Site, 'documents'>): Map<string, Composition[]> {
  const byPath = new Map<string, Composition[]>()
  for (const document of documents)
    byPath.set(document.plan.path, [...(byPath.get(document.plan.path) ?? []), document])
  return new Map([...byPath].filter(([, languages]) => languages.length > 1))
}

/** Whether a document has a page with its languages side by side. */
export function hasBitext(site: Pick<Site, 'documents'>, path: string): boolean {
  return site.documents.filter(({plan}) => plan.path === path).length > 1
}
