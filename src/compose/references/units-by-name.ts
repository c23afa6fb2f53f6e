import {nearest, quote} from '../../message/index.ts'
import {annexConditions} from '../../resolve/index.ts'
import {droppedReason} from '../conditions/dropped-unit.ts'
import {annexTarget} from './annex-targets.ts'
import type {Document} from './document.ts'
import type {Target} from './target.ts'
import type {OtherUnit, Units} from './unit-targets.ts'
import {withoutLabel} from './without-label.ts'

/** What the unit of a note begins with. */
const ofNotes = 'note-'

/** What of the document has a name: `reply-deadline`, `annex-1`; `^late` is a note, as its mark names it. */
export function unitTarget(name: string, {context, plan, units}: Document): Target | undefined {
  const unit = name.startsWith('^') ? `${ofNotes}${name.slice(1)}` : name
  return units.targets.get(unit) ?? annexTarget(context, plan?.annexes ?? [], name)
}

/** Why nothing of that name can be referred to, and what to write instead. */
export function noUnit(name: string, document: Document): {ruleId: string; reason(): string} {
  const {context, plan, units} = document
  const when = plan && annexConditions(plan.yaml.value, name)
  if (when !== undefined)
    return {
      ruleId: 'annex-dormant',
      reason: () =>
        `The annex ${quote(name)} is not printed as the facts stand (document.yaml says “when: ${when}”). Refer to another, or correct the facts.`,
    }
  const dropped = droppedReason(context, name)
  if (dropped !== undefined) return {ruleId: 'reference-dropped', reason: () => dropped}
  const other = units.others.get(name) ?? cellNamed(name, units)
  if (other) return {ruleId: 'reference-without-label', reason: () => withoutLabel(name, other, units)}
  if (jointsOf(context).has(name))
    return {
      ruleId: 'reference-form',
      reason: () =>
        `Between ids stands a space alone, not ${quote(name)}: the build prints the words of the language. Take it out; for a range write two full stops between the first and the last id.`,
    }
  const reason = (): string => {
    const none = name.startsWith('^')
      ? `No note of this document has the name ${quote(name)}.`
      : `No paragraph, item, heading, table, note or annex of this document has the id ${quote(name)}.`
    return `${none} ${remedy(name, document)}`
  }
  return {ruleId: 'unknown-reference', reason}
}

/** A cell whose row or column an author called so: the id of a cell begins with that of its table. */
function cellNamed(name: string, {others}: Units): OtherUnit | undefined {
  for (const [unit, other] of others) {
    const own = unit.split('.').slice(1)
    if (other.table && (own.includes(name) || own.join('.') === name)) return other
  }
  return undefined
}

function remedy(name: string, {plan, units}: Document): string {
  const known = [...units.targets.keys(), ...(plan?.annexes ?? []).map((annex) => annex.name)].map((unit) =>
    units.targets.get(unit)?.kind === 'note' ? `^${unit.slice(ofNotes.length)}` : unit,
  )
  const bare = name.replace(/^\^/, '')
  const same = known.find((other) => other === bare || other === `^${bare}`)
  if (same?.startsWith('^')) return `Write ${quote(same)}: a note has the sign ^ before its name.`
  if (same) return `Write ${quote(same)}: only a note has the sign ^ before its name.`
  const near = nearest(name, known)
  return near
    ? `Write ${quote(near)}.`
    : name.startsWith('^')
      ? 'Write the name that stands between [^ and ] where the text refers to the note.'
      : 'Write the id that stands after ^ at the end of the paragraph.'
}

/** Words that stand between two things in any language of the templates. */
function jointsOf({dossier}: Document['context']): ReadonlySet<string> {
  const joints = [...dossier.templates.usage.values()].flatMap(({value}) => [
    ...value.dates.joints,
    ...value.conjunctions.map(({word}) => word),
  ])
  return new Set([...joints, '-', '–', '—', '&'])
}
