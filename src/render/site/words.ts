import type {ElementContent} from 'hast'
import type {Node, Parent} from 'unist'
import type {DossierWords} from '../../compose/index.ts'
import type {CrossReference} from '../../tree/index.ts'
import {inlineWithoutIds} from '../html/index.ts'

/** Words of the dossier as elements. What refers to a paragraph is plain text: these pages hold none. */
export function inlineWords({children}: Pick<DossierWords, 'children'>): ElementContent[] {
  return inlineWithoutIds(children.map(unlinked))
}

/** A node whose references are plain text. */
export function unlinked<Kind extends Node>(node: Kind): Kind {
  const any: Node = node
  if (any.type === 'crossReference') {
    const links = ((any as CrossReference).links ?? []).map(({label}) => ({label}))
    return {...node, links}
  }
  if (!('children' in any)) return node
  return {...node, children: (any as Parent).children.map((child) => unlinked(child))}
}
