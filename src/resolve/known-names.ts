import type {Source} from '../load/index.ts'
import type {Actors, Templates} from './template-types.ts'

/**
 * Names that facts, documents and kinds may use. Of words they are those of all languages together: a language that
 * lacks some is reported once, at the words, and not wherever they are used.
 */
export interface KnownNames {
  /** Undefined where the root's file has errors: nothing can be said of those that it names. */
  actors: Actors | undefined
  ordinals: ReadonlySet<string>
  headings: ReadonlySet<string>
  documentTypes: ReadonlySet<string>
  regions: ReadonlySet<string>
  columns: ReadonlySet<string>
  phrases: ReadonlySet<string>
}

/** The names that templates give. */
export function knownNames(
  {labels, phrases, actors}: Pick<Templates, 'labels' | 'phrases' | 'actors'>,
  sources: ReadonlyMap<string, Source>,
): KnownNames {
  const words = [...labels.values()].map(({value}) => value)
  const source = sources.get(actors.path)
  return {
    actors: source?.kind === 'yaml' && source.isStandIn ? undefined : actors.value,
    ordinals: keysOf(words.map(({ordinals}) => ordinals)),
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
