import fc from 'fast-check'
import {allowed, type Block, groups, type Inline, type Item, inlines, labels} from './blocks.ts'

const inline = fc.constantFrom(...(Object.keys(inlines) as Inline[]))
const levelsOfLetters = 3

/**
 * Blocks of a part, each holding what it may hold, at random.
 *
 * @param place  a key of `allowed`
 */
export function randomBlocks(place: string, depth = 0): fc.Arbitrary<Block[]> {
  const kinds = (allowed[place] ?? []).filter(
    (kind) => depth < 2 || (kind !== 'quotation' && kind !== 'group'),
  )
  return fc.array(
    fc.constantFrom(...kinds).chain((kind) => blockOf(kind, place, depth)),
    {
      minLength: 1,
      maxLength: depth === 0 ? 12 : 3,
    },
  )
}

function blockOf(kind: Block['kind'], place: string, depth: number): fc.Arbitrary<Block> {
  switch (kind) {
    case 'table':
      return fc.constant({kind})
    case 'paragraph':
      return inline.map((words) => ({kind, inline: words}))
    case 'heading':
      return fc.constant({kind, inline: 'note'})
    case 'labelled':
      return fc.record({kind: fc.constant(kind), label: fc.constantFrom(...labels), inline})
    case 'list':
      return list(1, place === 'quotation' ? 2 : depth)
    case 'quotation':
      return randomBlocks('quotation', 2).map((blocks) => ({kind, blocks}))
    case 'group':
      return fc
        .constantFrom(...groups.filter((name) => name !== place))
        .chain((name) => randomBlocks(name, depth + 1).map((blocks) => ({kind, name, blocks})))
  }
}

function list(level: number, depth: number): fc.Arbitrary<Extract<Block, {kind: 'list'}>> {
  return fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(item(level, depth), {minLength: 2, maxLength: 3}),
    goesOn: fc.boolean(),
  })
}

/** An item with at most one list or quotation, which it introduces, and paragraphs behind it. */
function item(level: number, depth: number): fc.Arbitrary<Item> {
  const nested: fc.Arbitrary<Block[]>[] = [fc.constant([])]
  if (level < levelsOfLetters) nested.push(list(level + 1, depth).map((one) => [{...one, goesOn: false}]))
  if (depth < 2) nested.push(randomBlocks('quotation', 2).map((blocks) => [{kind: 'quotation', blocks}]))
  const second = fc.array(
    inline.map((words): Block => ({kind: 'paragraph', inline: words})),
    {maxLength: 2},
  )
  const own = fc
    .record({inline, first: fc.oneof(...nested), rest: second})
    .map(({inline: words, first, rest}): Item => ({inline: words, blocks: [...first, ...rest]}))
  const amended = fc
    .constantFrom('struck' as const, 'new' as const)
    .map((change): Item => ({change, blocks: []}))
  return fc.oneof({weight: 4, arbitrary: own}, {weight: 1, arbitrary: amended})
}
