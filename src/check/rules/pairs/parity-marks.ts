import type {Source} from '../../../load/index.ts'
import {quote} from '../../../message/index.ts'
import type {TranslationUnit} from '../../../translation/index.ts'
import {definePairRule, placesOf} from '../../define-rule.ts'

/**
 * A unit is in every language what it is in the original: an example or not, a quotation or not, as deep in its lists,
 * a heading of the same level. Under which conditions it is printed is compared when the document is put together.
 * Source: house style, R7.
 */
export const parityMarks = definePairRule('parity-marks', 'structure', (paired, setting, report) => {
  if (paired.original.kind === 'yaml') return
  const [original, own] = [setting.original.name, setting.translation.name]
  let before = ''
  for (const pair of paired.pairs) {
    const found = aspects.flatMap((aspect) => {
      const there = aspect(pair.original, paired.original)
      const here = aspect(pair.translation, paired.translation)
      return there === here
        ? []
        : [`${own} has ${here} here, and ${original} has ${there}. Write it as ${original} has it.`]
    })
    const words = found.join(' ')
    // What is around several units is said at the first of them.
    if (words !== '' && words !== before) report(words, placesOf(pair))
    before = words
  }
})

/** What a unit is, in words; the same in every language. */
const aspects: readonly ((unit: TranslationUnit, source: Source) => string)[] = [
  ({around}) => (around.isExample ? 'an example (“:::example”)' : 'no example'),
  ({around}) => (around.isQuoted ? 'a quotation (“>”)' : 'no quotation'),
  (unit, source) => {
    if (unit.kind !== 'heading') return placeInLists(unit)
    const signs = headingSigns(unit, source)
    return `a heading with ${quote(signs)}`
  },
]

function placeInLists({kind, around: {depth}}: TranslationUnit): string {
  const where = depth === 0 ? '' : depth === 1 ? ' in a list' : ` in a list of level ${depth}`
  return `${kinds[kind] ?? 'a paragraph'}${where}`
}

const kinds: Partial<Record<TranslationUnit['kind'], string>> = {
  item: 'an item',
  cell: 'a cell',
  note: 'a note',
  caption: 'a caption',
  description: 'a description',
  words: 'words',
}

/** `##` before the words of a heading. */
function headingSigns({start}: TranslationUnit, {file}: Source): string {
  const text = String(file)
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim()
}
