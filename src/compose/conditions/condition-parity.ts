import type {Nodes} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {MarkdownSource} from '../../load/index.ts'
import {type Place, quote, severalOf} from '../../message/index.ts'
import {areKnown, isPrinted} from '../../resolve/index.ts'
import {conditionLine, conditionsOf, firstWords, isConditional} from '../../tree/index.ts'
import {type DocumentContext, reportMissing} from '../context.ts'

/** A unit of a source tree and the lines with conditions around it, from the outermost on. */
interface Conditioned {
  name: string
  lines: ContainerDirective[]
  place: Place | undefined
}

/**
 * Every language has the same words under the same conditions: else it would print, once the facts are others, what the
 * others do not. Words that are not printed today are asked for as well, since no finished tree holds them. An error
 * while the language is complete, a warning while it is drafting.
 */
export function conditionParity(
  context: DocumentContext,
  source: MarkdownSource,
  original: MarkdownSource,
): void {
  // Most files have none, and the units of both need not be named.
  if (![source, original].some(({tree}) => hasConditions(tree))) return
  const [units, others] = [knownIn(source, context), knownIn(original, context)]
  if (![...units.values(), ...others.values()].some(({lines}) => lines.length > 0)) return
  const name = context.language.english
  const code = context.plan.yaml.value.original
  const english = context.dossier.languages.find((language) => language.code === code)?.english ?? code
  const say = (place: Place | undefined, reason: string): void =>
    reportMissing(context, source.path, place, 'condition-parity', reason)
  for (const apart of partings(units, others)) {
    const [first] = apart
    const other = first && others.get(first.key)
    if (!first || !other) continue
    const own = first.unit.lines.at(-1)
    say(
      own?.position ?? first.unit.place,
      `${severalOf(apart.map(({unit}) => unit.name))} ${apart.length > 1 ? 'stand' : 'stands'} ${said(first.unit.lines)} here, and ${said(other.lines)} in ${english}. Put the same lines around the same words in both.`,
    )
  }
  const lacking = dropped(others, context).filter(([key]) => !units.has(key))
  const [firstLacking] = lacking
  if (firstLacking)
    say(
      placeFor(firstLacking[0], units, others),
      `${name} lacks ${severalOf(lacking.map(([, unit]) => unit.name))}, which ${english} has ${said(firstLacking[1].lines)}. Translate ${lacking.length > 1 ? 'them' : 'it'} between the same lines: that is printed once the facts are others.`,
    )
  const more = dropped(units, context).filter(([key]) => !others.has(key))
  const [firstMore] = more
  if (firstMore)
    say(
      firstMore[1].place,
      `${name} has ${severalOf(more.map(([, unit]) => unit.name))} ${said(firstMore[1].lines)}, which ${english} does not have. Delete ${more.length > 1 ? 'them' : 'it'}, or add ${more.length > 1 ? 'them' : 'it'} in ${english}.`,
    )
}

/** Where a unit is to stand that a language lacks: at the last before it that the language has. */
function placeFor(
  key: string,
  units: ReadonlyMap<string, Conditioned>,
  others: ReadonlyMap<string, Conditioned>,
): Place | undefined {
  const keys = [...others.keys()]
  const before = keys.slice(0, keys.indexOf(key)).findLast((other) => units.has(other))
  return before === undefined ? undefined : units.get(before)?.place
}

/** Units of both under other conditions, those that differ alike together. */
function partings(
  units: ReadonlyMap<string, Conditioned>,
  others: ReadonlyMap<string, Conditioned>,
): {key: string; unit: Conditioned}[][] {
  const found = new Map<string, {key: string; unit: Conditioned}[]>()
  for (const [key, unit] of units) {
    const other = others.get(key)
    if (!other || chainOf(unit) === chainOf(other)) continue
    const difference = `${chainOf(unit)}|${chainOf(other)}|${unit.lines.at(-1)?.position?.start.line ?? ''}`
    found.set(difference, [...(found.get(difference) ?? []), {key, unit}])
  }
  return [...found.values()]
}

/** The conditions around a unit, in one form whatever the order of the facts in a line. */
function chainOf({lines}: Conditioned): string {
  return lines.map((line) => `${line.name} ${conditionsOf(line).sort().join(' ')}`).join('; ')
}

function said(lines: readonly ContainerDirective[]): string {
  return lines.length === 0
    ? 'without a condition'
    : `in ${lines.map((line) => quote(conditionLine(line))).join(', ')}`
}

function dropped(units: ReadonlyMap<string, Conditioned>, {plan}: DocumentContext): [string, Conditioned][] {
  return [...units].filter(([, {lines}]) => lines.some((line) => !isPrinted(line, plan)))
}

function hasConditions(node: Nodes): boolean {
  if (isConditional(node)) return true
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return false
  return (node.children as Nodes[]).some(hasConditions)
}

/** The units of a file but for those under a condition that nobody can ask. */
function knownIn(source: MarkdownSource, {plan}: DocumentContext): Map<string, Conditioned> {
  return new Map([...unitsIn(source)].filter(([, {lines}]) => lines.every((line) => areKnown(line, plan))))
}

/** Paragraphs, items, headings and blocks of a file, by what names them in every language. */
function unitsIn({tree}: MarkdownSource): Map<string, Conditioned> {
  const units = new Map<string, Conditioned>()
  const times = new Map<string, number>()
  const walk = (node: Nodes, lines: ContainerDirective[]): void => {
    const within = isConditional(node) ? [...lines, node] : lines
    const key = keyOf(node)
    if (key !== undefined) {
      const words = firstWords(node)
      const id = node.data?.unitMark?.id
      const name = id === undefined ? quote(key) : words === '' ? quote(`^${id}`) : `${quote(words)} (^${id})`
      const again = (times.get(key) ?? 0) + 1
      times.set(key, again)
      // No key ends with such a sign.
      units.set(again === 1 ? key : `${key} #${again}`, {name, lines, place: node.position})
    }
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      for (const child of node.children as Nodes[]) walk(child, within)
  }
  walk(tree, [])
  return units
}

function keyOf(node: Nodes): string | undefined {
  if ((node.type === 'paragraph' || node.type === 'heading') && node.data?.unitMark)
    return `^${node.data.unitMark.id}`
  const isBlock = node.type === 'containerDirective' && (node.name === 'table' || node.name === 'picture')
  if (node.type !== 'leafDirective' && !isBlock) return undefined
  const {name, attributes} = node
  return `::${name} ${attributes?.id ?? attributes?.of ?? ''}`.trim()
}
