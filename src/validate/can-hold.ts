import type {ContainerDirective} from 'mdast-util-directive'
import {conditionsOf} from '../tree/index.ts'

/** Facts that are true together, of those that are asked for. */
type World = ReadonlySet<string>

/** More ways than these are not tried: so many facts in one another are no slip of a name. */
const mostWorlds = 10_000

/**
 * Whether words can ever be printed that stand in several `:::when{…}` and `:::unless{…}`, one in the other. A report
 * has one outcome and a task one status at a time, and funds are not both lacking and enough.
 *
 * @param lines  from the outermost on
 */
export function canHold(lines: readonly Pick<ContainerDirective, 'name' | 'attributes'>[]): boolean {
  const asked = [...new Set(lines.flatMap((line) => conditionsOf(line)))]
  const families = new Map<string, string[]>()
  for (const fact of asked) families.set(familyOf(fact), [...(families.get(familyOf(fact)) ?? []), fact])
  let worlds: World[] = [new Set()]
  for (const facts of families.values()) {
    worlds = worlds.flatMap((world) => choicesOf(facts).map((choice) => new Set([...world, ...choice])))
    if (worlds.length > mostWorlds) return true
  }
  return worlds.some((world) =>
    lines.every((line) => (line.name === 'when') === conditionsOf(line).some((fact) => world.has(fact))),
  )
}

/** Facts of which one at most holds, or each by itself. */
function familyOf(fact: string): string {
  const [what = '', id = ''] = fact.split('.')
  if (what === 'outcome') return what
  if (what === 'tasks') return `tasks.${id}`
  return funds.has(fact) ? what : fact
}

/** Funds that exceed the sum are enough; those that are lacking are neither. */
const funds = new Map([
  ['funds.lacking', ['funds.lacking']],
  ['funds.enough', ['funds.enough']],
  ['funds.exceeding', ['funds.enough', 'funds.exceeding']],
])

/** What may be true of the facts of a family: none of them, or one with what follows from it. */
function choicesOf(facts: readonly string[]): string[][] {
  return [[], ...facts.map((fact) => funds.get(fact) ?? [fact])]
}
