import {createContext, runInContext} from 'node:vm'

/** A document as the search page knows it. */
export interface SearchDocument {
  href: string
  symbol: string
  title: string
  lang?: string
  units: [id: string, label: string, text: string][]
}

/** What is found, as the page asks for it. */
interface Found {
  count: number
  shown: {document: SearchDocument; passages: {id: string; label: string; text: string}[]}[]
}

/**
 * The search of a page without the page: its own library, engine and words, run as a browser would run them.
 *
 * @param html  of the page
 * @param read  gives the text of another file of out/
 */
export function searchOf(
  html: string,
  read: (path: string) => string = () => '',
): {documents: SearchDocument[]; files: string[]; find(query: string, most?: number): Found} {
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const client = script.indexOf('\nconst searchPart = ')
  const inPage = script.indexOf('\nsearchPart([\n')
  // The window of a browser is what a script calls `self`.
  const page = createContext({})
  runInContext(
    `var self = this;
    ${script.slice(0, client)}
    var documents = []
    var engine = searchEngine(this.MiniSearch)
    var files = FILES
    var searchPart = (more) => { documents.push(...more); engine.add(more) }`,
    page,
  )
  if (inPage > 0) runInContext(script.slice(inPage), page)
  const {documents, engine, files} = page as {
    documents: SearchDocument[]
    engine: {find(query: string, most: number): Found}
    files: string[]
  }
  for (const file of files) runInContext(read(file), page)
  return {documents, files, find: (query, most = 20) => engine.find(query, most)}
}
