import type {VFileMessage} from 'vfile-message'
import {finding, type Place, quote, severalOf, startOfFile} from '../../message/index.ts'
import {
  type AnyNode,
  amendedUnits,
  type Change,
  type DocumentTree,
  firstWords,
  isCaption,
  isNumbered,
  numberedTypes,
  visit,
} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import {coverDifferences} from './cover-parity.ts'
import {pictureDifferences} from './picture-parity.ts'

interface Numbered {
  type: AnyNode['type']
  label: string | undefined
  unit: string | undefined
  words: string
  /** Whether it is struck or new as a whole. */
  change: Change | undefined
  path: string
  place: Place | undefined
}

/** What is compared: the numbering tree of a language with that of the original, with their names for the author. */
interface Pair {
  name: string
  units: readonly Numbered[]
  originalName: string
  originalUnits: readonly Numbered[]
}

/**
 * Every language has the numbering tree of the original: the same units with the same labels in the same order, and on its
 * cover the same lists of names.
 * An error while the language is complete, a warning while it is drafting; never a finding about the original.
 */
export const parityUnits = ruleFamily(
  'parity-units',
  ['parity-units'],
  ({plan, compositions}) => {
    const originalCode = plan.yaml.value.original
    const original = compositions.get(originalCode)
    if (!original) return []
    const originalUnits = numbered(original.tree)
    return [...compositions.values()].flatMap(({tree, language}): VFileMessage[] => {
      if (language.code === originalCode) return []
      const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
      const pair = {
        name: language.english,
        units: numbered(tree),
        originalName: original.language.english,
        originalUnits,
      }
      // Where an id is still to be put in, only the order tells what is what.
      const areNamed = [...pair.units, ...originalUnits].every(({unit}) => unit)
      const found = areNamed ? [...lackingOf(pair), ...moreOf(pair)] : []
      const severity = state === 'complete' ? 'error' : 'warning'
      const ofCover = coverDifferences(plan, language, original.language).map(({reason, ...details}) =>
        finding(severity, reason, {...details, ruleId: 'parity-units', language: language.code}),
      )
      const ofUnits = (found.length > 0 ? found : partingOf(pair)).map(({reason, unit, other}) =>
        finding(severity, reason, {
          path: unit?.path ?? tree.children[0]?.file ?? plan.yaml.path,
          ruleId: 'parity-units',
          place: unit?.place,
          language: language.code,
          other: other ? {path: other.path, place: other.place ?? startOfFile} : undefined,
        }),
      )
      const ofPictures = pictureDifferences({tree, language}, original).map(({reason, ...details}) =>
        finding(severity, reason, {...details, ruleId: 'parity-units', language: language.code}),
      )
      return [...ofCover, ...ofUnits, ...ofPictures]
    })
  },
  {seesForeign: true},
)

/** A difference, the unit of the language at which it is told, and that of the original. */
interface Difference {
  reason: string
  unit: Pick<Numbered, 'path' | 'place'> | undefined
  other?: Numbered | undefined
}

/** Units of the original that the language does not have, told where the first of them is to stand. */
function lackingOf({name, units, originalName, originalUnits}: Pair): Difference[] {
  const lacking = withoutThoseOf(originalUnits, units)
  const [first] = lacking
  if (!first) return []
  const ids = new Map(units.map((unit) => [unit.unit, unit]))
  const own = units.filter(({path}) => isTranslation(path, first.path))
  const before = originalUnits
    .slice(0, originalUnits.indexOf(first))
    .findLast(({unit, path}) => path === first.path && ids.has(unit))
  const last = ids.get(before?.unit)
  const them = lacking.length === 1 ? 'it' : 'them'
  return [
    {
      reason: `${name} lacks ${told(lacking)}, which ${originalName} has. Translate ${them}, with the same ${lacking.length === 1 ? 'id' : 'ids'}.`,
      unit: nextAfter(last, own) ?? last ?? own[0],
      other: first,
    },
  ]
}

/** The unit that follows another in its file: in the text notes may stand anywhere. */
function nextAfter(last: Numbered | undefined, units: readonly Numbered[]): Numbered | undefined {
  const from = last?.place?.end.line ?? 0
  const lineOf = ({place}: Numbered): number => place?.start.line ?? 0
  return units.filter((unit) => lineOf(unit) > from).sort((a, b) => lineOf(a) - lineOf(b))[0]
}

/** Units of the language that the original does not have. */
function moreOf({name, units, originalName, originalUnits}: Pair): Difference[] {
  const more = withoutThoseOf(units, originalUnits)
  if (more.length === 0) return []
  const them = more.length === 1 ? 'it' : 'them'
  return [
    {
      reason: `${name} has ${told(more)}, which ${originalName} does not have. Delete ${them}, or add ${them} in ${originalName}.`,
      unit: more[0],
    },
  ]
}

/** Where units are the same and their order, level or kind is not, or where some have no id yet. */
function partingOf({name, units, originalName, originalUnits}: Pair): Difference[] {
  const index = originalUnits.findIndex((unit, place) => !isSame(unit, units[place]))
  const at = index >= 0 ? index : units.length > originalUnits.length ? originalUnits.length : -1
  if (at < 0) return []
  const [wanted, found] = [originalUnits[at], units[at]]
  if (wanted && found && wanted.unit === found.unit && wanted.change !== found.change)
    return [
      {
        reason: `${named(found)} is ${changeWords(found)} in ${name} and ${changeWords(wanted)} in ${originalName}. Put all of its words into “:del[…]” or “:ins[…]” in both, or in none.`,
        unit: found,
        other: wanted,
      },
    ]
  return [
    {
      reason: `${name} and ${originalName} part here: ${name} has ${named(found)} where ${originalName} has ${named(wanted)}. Give both the same units in the same order.`,
      unit: found,
      other: wanted,
    },
  ]
}

function withoutThoseOf(units: readonly Numbered[], others: readonly Numbered[]): Numbered[] {
  const ids = new Set(others.map(({unit}) => unit))
  return units.filter(({unit}) => unit !== undefined && !ids.has(unit))
}

function isTranslation(path: string, original: string): boolean {
  const withoutLanguage = (one: string): string => one.replace(/\.[a-z]+(?=\.md$)/, '')
  return withoutLanguage(path) === withoutLanguage(original)
}

/** Where one of the two has no id yet, their labels decide; that it has none is another rule's business. */
function isSame(a: Numbered, b: Numbered | undefined): boolean {
  if (!b || a.type !== b.type || a.label !== b.label || a.change !== b.change) return false
  return a.unit === b.unit || !a.unit || !b.unit
}

function changeWords({change}: Numbered): string {
  return change ?? 'neither struck nor new'
}

/** Units without a label that the other languages have as well. */
const unlabelled = new Map<AnyNode['type'], string>([
  ['sectionHeading', 'a heading'],
  ['captionedTable', 'a table'],
  ['captionedPicture', 'a picture'],
  ['note', 'a note'],
  ['answerSpace', 'room for an answer'],
  ['clause', 'a paragraph'],
  ['continuation', 'a paragraph without a number'],
  ['addressee', 'a heading'],
  ['pivot', 'the pivot'],
])

function told(units: readonly Numbered[]): string {
  return severalOf(units.map((unit) => named(unit)))
}

/** “12. Twenty Parties replied…”, with the id where the author gave one. */
function named(unit: Numbered | undefined): string {
  if (!unit) return 'nothing'
  const words = [unit.label, unit.words].filter((word) => word !== undefined && word !== '')
  const id = unit.unit ? ` (^${unit.unit})` : ''
  return `${words.length > 0 ? quote(words.join(' ')) : (unlabelled.get(unit.type) ?? unit.type)}${id}`
}

/** What begins with its own words, and may hold others. */
const isLed = new Set<string>([
  'captionedPicture',
  'captionedTable',
  'clause',
  'continuation',
  'note',
] satisfies AnyNode['type'][])

function numbered(tree: DocumentTree): Numbered[] {
  const units: Numbered[] = []
  for (const part of tree.children) {
    const changes = amendedUnits(part)
    visit(part, [...numberedTypes, ...unlabelled.keys()], (node) => {
      // Captions follow from their tables (parity-tables), and the words of their labels are those of the language.
      if (isCaption(node)) return
      const {unit} = node as {unit?: string}
      const label = isNumbered(node) ? node.label : undefined
      const [lead] = 'children' in node ? node.children : []
      const own = isNumbered(node) || isLed.has(node.type) ? lead : node
      const words = own ? firstWords(own) : ''
      const change = changes.get(node)
      units.push({type: node.type, label, unit, words, change, path: part.file, place: node.position})
    })
  }
  return units
}
