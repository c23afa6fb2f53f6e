import type {Element, ElementContent} from 'hast'
import type {Node, Parent} from 'unist'
import {visitParents} from 'unist-util-visit-parents'
import type {DossierWords} from '../../compose/index.ts'
import type {CrossReference} from '../../tree/index.ts'
import {inline, inlineWithoutIds} from '../html/index.ts'

/** Words of the dossier as elements. What refers to a paragraph is plain text: these pages hold none. */
export function inlineWords({children}: Pick<DossierWords, 'children'>): ElementContent[] {
  return inlineWithoutIds(children.filter(isNoReference).map((child) => unlinked(child)))
}

/** The same with the marks of notes, which stand elsewhere on the page. Their ids begin with a prefix. */
export function notedWords({children}: Pick<DossierWords, 'children'>, prefix: string): ElementContent[] {
  const elements = inline(children.map((child) => unlinked(child, true)))
  visitParents({type: 'root', children: elements}, 'element', ({properties}: Element) => {
    if (properties.role !== 'doc-noteref') return
    properties.href = `#${prefix}-${String(properties.href).slice(1)}`
    properties.id = `${prefix}-${properties.id}`
  })
  return elements
}

/** A node whose references are plain text, and without those to notes unless they are wanted. */
export function unlinked<Kind extends Node>(node: Kind, keepsNotes = false): Kind {
  const any: Node = node
  if (any.type === 'crossReference') {
    const links = ((any as CrossReference).links ?? []).map(({label, stretches}) => ({
      label,
      ...(stretches ? {stretches} : {}),
    }))
    return {...node, links}
  }
  if (!('children' in any)) return node
  const children = (any as Parent).children.filter((child) => keepsNotes || isNoReference(child))
  return {...node, children: children.map((child) => unlinked(child, keepsNotes))}
}

function isNoReference({type}: Node): boolean {
  return type !== 'footnoteReference'
}
