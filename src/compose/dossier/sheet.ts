import type {DocumentPlan, Dossier, Language, Subject} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {type Context, contextFor} from '../context.ts'
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
    context: contextFor(dossier, planOfNone(subject, asOf), language),
    tree: {type: 'dossierTree', sequences: [], children: []},
  }
}

/** Puts words on the sheet. */
export function put({tree}: Sheet, nodes: InlineNode[]): DossierWords {
  const words: DossierWords = {type: 'dossierWords', children: nodes}
  tree.children.push(words)
  return words
}

/** A plan of no document: it tells the facts of a subject on a day, with the adopted numbers of its decisions. */
function planOfNone(subject: Subject, asOf: string): DocumentPlan {
  const {path, data} = subject.facts.decisions
  return {
    path: subject.id,
    yaml: {
      path,
      data,
      value: {
        kind: '',
        meeting: '',
        author: '',
        date: asOf,
        original: '',
        languages: {},
        subject: subject.id,
      },
    },
    kind: {
      name: '',
      'numbers-paragraphs': false,
      'decision-label': 'adopted',
      'final-accepts-draft-labels': true,
      cover: [],
      heading: '',
      needs: {},
    },
    meeting: {id: '', code: '', body: '', ordinal: 0, starts: asOf, ends: asOf, profile: ''},
    profile: {'unaccented-capitals': [], typography: {}},
    subject,
    asOf,
    isReceivedLate: false,
    annexes: [],
    languages: [],
    parts: new Map(),
  }
}
