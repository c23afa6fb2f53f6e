import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import type {DocumentPlan} from './types.ts'

/** Names of the texts that the parts of a document quote (`::text{of=…}`), so that an error in one refuses it. */
export function quotedTexts(parts: DocumentPlan['parts']): Set<string> {
  const names = new Set<string>()
  for (const {source} of [...parts.values()].flat())
    visit(source.tree as Nodes, 'leafDirective', ({name, attributes}) => {
      const of = name === 'text' ? attributes?.of : undefined
      if (of) names.add(of)
    })
  return names
}
