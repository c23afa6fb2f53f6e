import type {Dossier, Language, Subject} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {contextOfSubject} from '../make-context.ts'
import type {DossierTree, DossierWords} from './types.ts'

/** Where the words about a subject are put together: what they are made from, and the tree they go into. */
export interface Sheet {
  context: Context
  tree: DossierTree
}

/**
 * An empty sheet for one subject in one language.
 *
 * @param asOf  the day whose facts are told
 */
export function sheetFor(dossier: Dossier, subject: Subject, asOf: string, language: Language): Sheet {
  return {
    context: contextOfSubject(dossier, subject, asOf, language),
    tree: {type: 'dossierTree', sequences: [], children: []},
  }
}

/** Puts words on the sheet. */
export function put({tree}: Sheet, nodes: InlineNode[]): DossierWords {
  const words: DossierWords = {type: 'dossierWords', children: nodes}
  tree.children.push(words)
  return words
}
