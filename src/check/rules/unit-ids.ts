import type {Node} from 'unist'
import type {VFileMessage} from 'vfile-message'
import {type Composition, type Dropped, unitsInDropped} from '../../compose/index.ts'
import {addAll, asTyped, finding, type Place, quote} from '../../message/index.ts'
import {type Note, visitBlocks} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import type {Rule} from '../types.ts'

// Ids of parts; those of the cover and of what is made from facts are found in the tree.
const parts = /^(?:body|annex-\d+(?:-[a-z])?)$/

/** Units that must have an id of the author's. */
const named = new Set([
  'numberedParagraph',
  'clause',
  'continuation',
  'provision',
  'decision',
  'sectionHeading',
  'addressee',
])

/** Each unit id occurs once in a document, and every unit of a complete language has one. */
export const unitIds = ruleFamily(
  'unit-ids',
  ['unit-twice', 'unit-reserved', 'unit-missing', 'decision-twice'],
  ({plan, compositions}) =>
    [...compositions.values()].flatMap(({tree, language, directives, dropped}) => {
      const found: ReturnType<Rule['look']> = []
      const first = new Map<string, {path: string; place: Place | undefined}>()
      const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
      const without: {path: string; place: Place}[] = []
      for (const part of tree.children) {
        visitBlocks(part, (node) => {
          if (!('unit' in node) || node.type === 'part') return
          const {unit, position} = node as Node & {unit?: string}
          if (!unit) {
            if (position && named.has(node.type)) without.push({path: part.file, place: position})
            return
          }
          const other = first.get(unit)
          const isReserved = parts.test(unit) || (other !== undefined && other.place === undefined)
          // What the build itself prints twice is another rule's business (block-once), but for quotations.
          if (other && !position && !other.place) {
            if (node.type === 'decision' || textOf(unit) !== undefined)
              found.push(quotedTwice(unit, part.file, directives, language.code))
            return
          }
          if (other && !(position && isReserved))
            found.push(
              finding(
                'error',
                node.type === 'note'
                  ? `The note ${quote(`[^${(node as Note).identifier}]`)} stands in two files of this document. Give one of them another name.`
                  : `The id ${quote(`^${unit}`)} occurs twice in this document. Give one of them another.`,
                {
                  path: part.file,
                  ruleId: 'unit-twice',
                  place: position,
                  language: language.code,
                  other: other.place ? {path: other.path, place: other.place} : undefined,
                },
              ),
            )
          else if (position && isReserved)
            found.push(
              finding('error', `The id ${quote(`^${unit}`)} is the build's own. Write another.`, {
                path: part.file,
                ruleId: 'unit-reserved',
                place: position,
                language: language.code,
              }),
            )
          first.set(unit, {path: part.file, place: position})
        })
      }
      addAll(found, twiceInDropped(dropped, first, language.code))
      const [example] = without
      if (state === 'complete' && example) {
        found.push(
          finding(
            'warning',
            `${without.length} paragraph${without.length === 1 ? '' : 's'} of this language ${without.length === 1 ? 'has' : 'have'} no id, from here on. Run “${asTyped('check', '--fix')}”, which puts them in.`,
            {path: example.path, ruleId: 'unit-missing', place: example.place, language: language.code},
          ),
        )
      }
      return found
    }),
)

/** Ids of words that are not printed today: once they are, they would stand there twice, or be taken for another's. */
function twiceInDropped(
  dropped: readonly Dropped[],
  printed: ReadonlyMap<string, {path: string; place: Place | undefined}>,
  language: string,
): VFileMessage[] {
  const first = new Map(printed)
  return dropped.flatMap((words) =>
    unitsInDropped(words).flatMap(({id, node}) => {
      const place = node.position
      const other = first.get(id)
      const details = {path: words.path, place, language}
      if (parts.test(id))
        return [
          finding('error', `The id ${quote(`^${id}`)} is the build's own. Write another.`, {
            ...details,
            ruleId: 'unit-reserved',
          }),
        ]
      if (!other) {
        first.set(id, {path: words.path, place})
        return []
      }
      const reason = `The id ${quote(`^${id}`)} occurs twice in this document, whatever holds of the conditions around it. Give one of them another.`
      const where = other.place ? {other: {path: other.path, place: other.place}} : {}
      return [finding('error', reason, {...details, ...where, ruleId: 'unit-twice'})]
    }),
  )
}

const quotations = new Set(['decision', 'decisions', 'draft-decisions', 'text'])

/** Units of a text of elsewhere that is quoted under no id of the author's: `text-conf-11-3.recalling`. */
const ofText = /^text-([^.]+)\./

function textOf(unit: string): string | undefined {
  return ofText.exec(unit)?.[1]
}

/** The same decision twice: references could not tell the two apart. */
function quotedTwice(
  unit: string,
  path: string,
  directives: Composition['directives'],
  language: string,
): ReturnType<Rule['look']>[number] {
  const text = textOf(unit)
  const id = text ?? unit.replace(/^(?:decision|quoted)-/, '')
  const all = directives.filter(({name}) => quotations.has(name))
  // One of another subject is quoted as “elephants/report”, and has “elephants-report” in its unit.
  const used =
    all.findLast(({of}) => of !== undefined && of.replaceAll('/', '-') === id) ??
    all.findLast(({name}) => name !== 'decision' && name !== 'text')
  const isOne = used?.name === 'decision'
  const reason = text
    ? `A paragraph of the text ${quote(text)} stands twice in this document. Give the second quotation an id of its own, such as “::text{of=${text} id=second-quotation}”, or delete one.`
    : isOne || used === undefined
      ? `The decision ${quote(used?.of ?? id)} stands twice in this document. Give the second quotation an id of its own, such as “::decision{of=${used?.of ?? id} id=second-quotation}”, or delete one.`
      : `A decision of “::${used.name}” stands twice in this document (${quote(unit)}). A list of decisions stands once and has no id: delete it from one of the two, or put the second list into a document of its own.`
  return finding('error', reason, {
    path: used?.path ?? path,
    ruleId: 'decision-twice',
    place: used?.place,
    language,
  })
}
