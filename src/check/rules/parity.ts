import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {finding, type Place, quote, startOfFile} from '../../message/index.ts'
import type {DocumentTree} from '../../tree/index.ts'
import type {Rule} from '../types.ts'

interface Numbered {
  key: string
  path: string
  place: Place | undefined
}

/**
 * Every language has the numbering tree of the original: the same units with the same labels in the same order.
 * An error while the language is complete, a warning while it is drafting; never a finding about the original.
 */
export const parity: Rule = ({plan, compositions}) => {
  const originalCode = plan.fact.value.original
  const original = compositions.get(originalCode)
  if (!original) return []
  const expected = numbered(original.tree)
  return [...compositions.values()].flatMap(({tree, language}) => {
    if (language.code === originalCode) return []
    const actual = numbered(tree)
    const index = expected.findIndex((unit, place) => unit.key !== actual[place]?.key)
    const at = index >= 0 ? index : actual.length > expected.length ? expected.length : -1
    if (at < 0) return []
    const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
    const wanted = expected[at]
    const found = actual[at]
    const reason = `${language.name} and ${original.language.name} part here: ${language.name} has ${found ? quote(found.key) : 'nothing'} where ${original.language.name} has ${wanted ? quote(wanted.key) : 'nothing'} (${actual.length} numbered units against ${expected.length}). Give both the same units in the same order.`
    return [
      finding(state === 'complete' ? 'error' : 'warning', reason, {
        path: found?.path ?? tree.children[0]?.file ?? plan.fact.path,
        ruleId: 'parity-units',
        place: found?.place,
        language: language.code,
        other: wanted ? {path: wanted.path, place: wanted.place ?? startOfFile} : undefined,
      }),
    ]
  })
}

function numbered(tree: DocumentTree): Numbered[] {
  const units: Numbered[] = []
  for (const part of tree.children) {
    visit(part as Node, (node) => {
      const {unit, label} = node as Node & {unit?: string; label?: string}
      if (node.type === 'numberedParagraph' || node.type === 'provision' || node.type === 'decision') {
        units.push({key: `${label} ${unit ? `^${unit}` : ''}`.trim(), path: part.file, place: node.position})
      }
      if (node.type === 'sectionHeading' || node.type === 'captionedTable' || node.type === 'note') {
        units.push({key: unit ? `^${unit}` : node.type, path: part.file, place: node.position})
      }
    })
  }
  return units
}
