import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import type {DocumentPlan} from './types.ts'

/** Names of the texts that the parts of a document quote (`::text{of=…}`), so that an error in one refuses it. */
export function quotedTexts(parts: DocumentPlan['parts']): Set<string> {
  return new Set(blocksOf(parts, ['text']))
}

/**
 * Ids of other subjects whose decisions the parts of a document print (`::decisions{of="… …"}`, `::sources{of=…}`,
 * `:decision[<subject>/…]`), or `all`, so that an error in their decisions refuses it.
 */
export function registeredSubjects(parts: DocumentPlan['parts']): Set<string> {
  const subjects = new Set(blocksOf(parts, ['decisions', 'sources']).flatMap((of) => of.split(' ')))
  for (const {source} of [...parts.values()].flat())
    visit(source.tree as Nodes, 'textDirective', ({name, children: [label]}) => {
      const [id, reference] = name === 'decision' && label?.type === 'text' ? label.value.split('/') : []
      if (id && reference) subjects.add(id)
    })
  return subjects
}

/** What stands behind `of=` of directives on a line of their own. */
function blocksOf(parts: DocumentPlan['parts'], names: readonly string[]): string[] {
  const found: string[] = []
  for (const {source} of [...parts.values()].flat())
    visit(source.tree as Nodes, 'leafDirective', ({name, attributes}) => {
      if (names.includes(name) && attributes?.of) found.push(attributes.of)
    })
  return found
}
