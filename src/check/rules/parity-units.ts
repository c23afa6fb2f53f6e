import {finding, type Place, quote, startOfFile} from '../../message/index.ts'
import {type AnyNode, type DocumentTree, isNumbered, numberedTypes, visit} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'

interface Numbered {
  type: AnyNode['type']
  label: string | undefined
  unit: string | undefined
  path: string
  place: Place | undefined
}

/**
 * Every language has the numbering tree of the original: the same units with the same labels in the same order.
 * An error while the language is complete, a warning while it is drafting; never a finding about the original.
 */
export const parityUnits = ruleFamily('parity-units', ['parity-units'], ({plan, compositions}) => {
  const originalCode = plan.yaml.value.original
  const original = compositions.get(originalCode)
  if (!original) return []
  const expected = numbered(original.tree)
  return [...compositions.values()].flatMap(({tree, language}) => {
    if (language.code === originalCode) return []
    const actual = numbered(tree)
    const index = expected.findIndex((unit, place) => !isSame(unit, actual[place]))
    const at = index >= 0 ? index : actual.length > expected.length ? expected.length : -1
    if (at < 0) return []
    const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
    const wanted = expected[at]
    const found = actual[at]
    const reason = `${language.name} and ${original.language.name} part here: ${language.name} has ${named(found)} where ${original.language.name} has ${named(wanted)} (${actual.length} numbered units against ${expected.length}). Give both the same units in the same order.`
    return [
      finding(state === 'complete' ? 'error' : 'warning', reason, {
        path: found?.path ?? tree.children[0]?.file ?? plan.yaml.path,
        ruleId: 'parity-units',
        place: found?.place,
        language: language.code,
        other: wanted ? {path: wanted.path, place: wanted.place ?? startOfFile} : undefined,
      }),
    ]
  })
})

/** Where one of the two has no id yet, their labels decide; that it has none is another rule's business. */
function isSame(a: Numbered, b: Numbered | undefined): boolean {
  if (!b || a.type !== b.type || a.label !== b.label) return false
  return a.unit === b.unit || !a.unit || !b.unit
}

/** Units without a label that the other languages have as well. */
const unlabelled = new Map<AnyNode['type'], string>([
  ['sectionHeading', 'a heading'],
  ['captionedTable', 'a table'],
  ['note', 'a note'],
  ['answerSpace', 'room for an answer'],
  ['clause', 'a paragraph'],
  ['pivot', 'the pivot'],
])

function named(unit: Numbered | undefined): string {
  if (!unit) return 'nothing'
  const words = [unit.label, unit.unit ? `^${unit.unit}` : undefined].filter((word) => word !== undefined)
  return words.length > 0 ? quote(words.join(' ')) : (unlabelled.get(unit.type) ?? unit.type)
}

function numbered(tree: DocumentTree): Numbered[] {
  const units: Numbered[] = []
  for (const part of tree.children) {
    visit(part, [...numberedTypes, ...unlabelled.keys()], (node) => {
      const {unit} = node as {unit?: string}
      const label = isNumbered(node) ? node.label : undefined
      units.push({type: node.type, label, unit, path: part.file, place: node.position})
    })
  }
  return units
}
