import type {Paragraph} from 'mdast'
import {quote} from '../../message/index.ts'
import type {Look} from './types.ts'

/** A paragraph that is nothing but the name of a block was to be that block. */
export const paragraph: Look<Paragraph> = (node, ancestors, {say, forms, isBody}) => {
  const [only, ...others] = node.children
  const parent = ancestors.at(-1)?.type
  if (!isBody || only?.type !== 'text' || others.length > 0) return
  if (parent !== 'root' && parent !== 'containerDirective') return
  const [typed = '', name = ''] = /^([a-z][a-z-]*)(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})?$/.exec(only.value) ?? []
  const form = forms.onLine.get(name)
  if (!form) return
  const colons = form.type === 'leafDirective' ? '::' : ':::'
  say(
    node,
    'directive-form',
    `${quote(typed)} would be printed as it stands. Colons stand before the name of a block: write ${quote(colons + typed)}.`,
  )
}
