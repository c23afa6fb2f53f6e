import type {Source} from '../load/index.ts'
import type {KnownNames, Templates} from './template-types.ts'

/** The names that templates give. */
export function knownNames(
  {labels, phrases, actors}: Pick<Templates, 'labels' | 'phrases' | 'actors'>,
  sources: ReadonlyMap<string, Source>,
): KnownNames {
  const words = [...labels.values()].map(({value}) => value)
  const source = sources.get(actors.path)
  return {
    actors: source?.kind === 'yaml' && source.isStandIn ? undefined : actors.value,
    headings: keysOf(words.map((own) => own['agenda-headings'])),
    documentTypes: keysOf(words.map((own) => own['document-types'])),
    columns: keysOf(words.map(({columns}) => columns)),
    regions: keysOf(words.map(({regions}) => regions)),
    phrases: keysOf([...phrases.values()].map(({value}) => value)),
  }
}

function keysOf(records: readonly object[]): ReadonlySet<string> {
  return new Set(records.flatMap((record) => Object.keys(record)))
}
