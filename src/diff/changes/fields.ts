import type {DocumentMeta, DocumentTree} from '../../tree/index.ts'
import type {FieldName} from '../types.ts'
import type {Found} from './types.ts'

/**
 * What is said of a document as a whole and is other than it was: what its cover prints is told by the words there.
 *
 * @param changes  of its words
 */
export function fieldChanges(one: DocumentTree, other: DocumentTree, changes: readonly Found[]): Found[] {
  const isOnCover = changes.some(({what}) => what === 'cover')
  const names: FieldName[] = ['symbol', 'title', 'date', 'author']
  const fields = names
    .filter((name) => name === 'date' || !isOnCover)
    .map((name): [FieldName, string, string] => [
      name,
      String(one.meta[name as keyof DocumentMeta]),
      String(other.meta[name as keyof DocumentMeta]),
    ])
  const words = (meta: DocumentMeta): string => Object.values(meta.words).join(' · ')
  return [...fields, ...footers(one, other), ['words', words(one.meta), words(other.meta)] as const].flatMap(
    ([what, before, after]) =>
      before === after ? [] : [fieldChange(what as FieldName, before, after, other.meta.path)],
  )
}

/** The foot of the pages of each part that is on both sides; those that differ alike are one. */
function footers(one: DocumentTree, other: DocumentTree): ['footer', string, string][] {
  const before = new Map(one.children.map(({name, footer}) => [name, footer.trim()]))
  const pairs = other.children.flatMap(({name, footer}): [string, string][] => {
    const own = before.get(name)
    return own === undefined || own === footer.trim() ? [] : [[own, footer.trim()]]
  })
  const [first] = pairs
  // The feet of annexes say the symbol of the document and more.
  return first ? [['footer', ...first]] : []
}

const recordOf: Partial<Record<FieldName, string>> = {
  symbol: 'symbol',
  footer: 'symbol',
  date: 'date',
  author: 'author',
}

function fieldChange(what: FieldName, before: string, after: string, path: string): Found {
  const record = recordOf[what]
  return {
    kind: 'field',
    what,
    part: 'body',
    runs: [
      {kind: 'deleted', text: before},
      {kind: 'inserted', text: after},
    ],
    facts: record ? [`${path}/document#${record}`] : [],
    isFactual: record !== undefined,
  }
}
