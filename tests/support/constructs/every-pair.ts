import {allowed, type Block, groups, type Inline, type Item, inlines, labels} from './blocks.ts'

const allInlines = Object.keys(inlines) as Inline[]

/**
 * Every pair of constructs that may stand in one another, once each, for a part with numbers or for a resolution: each
 * block in each place, and each kind of words in each kind of paragraph.
 */
export function everyPair(place: 'body' | 'resolution'): Block[] {
  return [
    {kind: 'heading', inline: 'note'},
    {kind: 'list', items: [{blocks: []}, {blocks: []}]},
    ...allInlines.map((inline): Block => ({kind: 'paragraph', inline})),
    ...blocksIn(place),
    {
      kind: 'list',
      items: [...allInlines.map((inline): Item => ({inline, blocks: []})), {blocks: goingOn(2)}],
    },
    {kind: 'quotation', blocks: allInlines.map((inline): Block => ({kind: 'labelled', label: 'c)', inline}))},
    {kind: 'quotation', blocks: labels.map((label): Block => ({kind: 'labelled', label}))},
    ...groups.map((name): Block => ({kind: 'group', name, blocks: blocksIn(name)})),
  ]
}

const isPart: ReadonlySet<string> = new Set(['body', 'resolution'])

/** Each kind of block that a place may hold, holding what it may hold itself. */
function blocksIn(place: string, depth = 0): Block[] {
  return (allowed[place] ?? []).flatMap((kind) => blocksOf(kind, place, depth))
}

function blocksOf(kind: Block['kind'], place: string, depth: number): Block[] {
  // In another block a list has two levels: the third is no other than elsewhere.
  if (kind === 'list') return goingOn(isPart.has(place) ? 1 : 2, depth === 0 && place !== 'quotation')
  if (kind === 'labelled') return ['5.', 'b)'].map((label) => ({kind, label}))
  if (kind === 'quotation') return [{kind, blocks: blocksIn('quotation', depth + 1)}]
  if (kind !== 'group') return [{kind}]
  return depth > 0 ? [] : groups.map((name) => ({kind, name, blocks: blocksIn(name, 1)}))
}

/** Each kind of block once, with those that may stand in it: an annex has the same as a body. */
export function everyBlock(): Block[] {
  return blocksIn('body', 1)
}

/**
 * A list with each kind of block in its items, and one whose sentence goes on after it.
 *
 * @param level  of its items, from 1; there are letters for three
 */
function goingOn(level: number, holdsQuotations = false): Block[] {
  const second: Block = {kind: 'paragraph'}
  const nested = level < 3 ? goingOn(level + 1).slice(0, 1) : []
  const struck: Item = {change: 'struck', blocks: []}
  const items: Item[] = [
    {blocks: []},
    struck,
    {change: 'new', blocks: []},
    ...(level < 3 ? [{...struck, blocks: [{kind: 'list' as const, items: [struck, struck]}]}] : []),
    {blocks: [second, second]},
    ...nested.flatMap((list) => [{blocks: [list]}, {blocks: [list, second]}]),
    ...(holdsQuotations
      ? [{blocks: [{kind: 'quotation' as const, blocks: blocksIn('quotation', 1)}, second]}]
      : []),
  ]
  return [
    {kind: 'list', items},
    {kind: 'list', items: [{blocks: []}, {blocks: nested}], goesOn: true},
  ]
}
