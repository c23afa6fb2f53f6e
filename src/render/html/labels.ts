import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {htmlIdOf, type NumberedUnit} from '../../tree/index.ts'

/**
 * What stands before the words of a numbered unit: its label, as it is amended, and the one of the old text where that is
 * another. The label is real text in a permalink: it copies, searches and reads like the words.
 */
export function labels({label = '', unit, change, oldLabel}: NumberedUnit): ElementContent[] {
  const own = unit
    ? h('a', {className: ['num'], href: `#${htmlIdOf(unit)}`}, label)
    : h('span', {className: ['num']}, label)
  const marked = change === undefined ? own : h(change === 'struck' ? 'del' : 'ins', own)
  const space: ElementContent = {type: 'text', value: ' '}
  const old = oldLabel === undefined ? [] : [h('del', {className: ['old-label']}, oldLabel), space]
  return [marked, space, ...old]
}
