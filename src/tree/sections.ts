import type {FlowNode, Part} from './types.ts'

/** Pages of one shape: a stretch of a part. */
export interface Section {
  part: Part
  /** Whether its pages lie on their long side. */
  isLandscape: boolean
  children: FlowNode[]
}

/** The sections of a part: a table that is turned has pages of its own, and what follows it begins a page. */
export function sectionsOf(part: Part): Section[] {
  const sections: Section[] = []
  for (const node of part.children) {
    const isLandscape = part.isLandscape || (node.type === 'captionedTable' && node.isTurned === true)
    const last = sections.at(-1)
    if (last?.isLandscape === isLandscape || (last && node.type === 'note')) last.children.push(node)
    else sections.push({part, isLandscape, children: [node]})
  }
  return sections.length > 0 ? sections : [{part, isLandscape: part.isLandscape, children: []}]
}
