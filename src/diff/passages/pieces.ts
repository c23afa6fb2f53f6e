import type {Link} from 'mdast'
import type {Node, Parent} from 'unist'
import {tokensIn} from '../../difference/index.ts'
import type {CrossReference, FactValue, LanguageSpan} from '../../tree/index.ts'
import type {Piece} from './types.ts'

const markOf: ReadonlyMap<string, string> = new Map([
  ['emphasis', 'italic'],
  ['strong', 'bold'],
  ['superscript', 'superscript'],
  ['subscript', 'subscript'],
  ['inserted', 'inserted'],
  ['deleted', 'deleted'],
  ['delete', 'deleted'],
  ['exampleMark', 'example'],
  ['missingMark', 'missing'],
  ['hint', 'hint'],
])

/** What stands around a word. */
interface Around {
  marks: readonly string[]
  fact: string | undefined
}

/**
 * The words of a paragraph in their smallest pieces: words, spaces and marks with their italics and their links, each
 * reference by what it points at. Two pieces are the same where a reader sees the same, but for numbers of paragraphs that
 * a reference prints.
 *
 * @param nodes  inline nodes of a finished tree
 */
export function piecesOf(nodes: readonly Node[]): Piece[] {
  return piecesIn(nodes, {marks: [], fact: undefined})
}

function piecesIn(nodes: readonly Node[], around: Around): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'text':
        return tokensIn((node as Node & {value: string}).value.normalize('NFC')).map((text) =>
          piece(text, text, around),
        )
      case 'break':
        return [piece(' ', '\n', around)]
      case 'tab':
        return [piece(' ', '\t', around)]
      case 'footnoteReference': {
        const {identifier, place} = node as Node & {identifier: string; place?: number}
        return [{...piece(`[${place ?? '*'}]`, `note ${identifier}`, around), target: `note-${identifier}`}]
      }
      case 'crossReference':
        return referencePieces(node as CrossReference, around)
      case 'factValue':
        return piecesIn((node as FactValue).children, {...around, fact: (node as FactValue).fact})
      default:
        return piecesIn((node as Partial<Parent>).children ?? [], {
          ...around,
          marks: withMark(around.marks, node),
        })
    }
  })
}

function withMark(marks: readonly string[], node: Node): readonly string[] {
  const own =
    node.type === 'languageSpan'
      ? `lang:${(node as LanguageSpan).tag}`
      : node.type === 'link'
        ? `link:${(node as Link).url}`
        : (markOf.get(node.type) ?? node.type)
  return [...new Set([...marks, own])].sort()
}

function piece(text: string, name: string, {marks, fact}: Around): Piece {
  const key = marks.length > 0 ? `${marks.join('+')}\u0000${name}` : name
  return fact === undefined ? {text, key, marks} : {text, key, marks, fact}
}

function referencePieces({links = [], file}: CrossReference, around: Around): Piece[] {
  return links.flatMap(({unit, label, note, isNumberAlone}, index): Piece[] => {
    const target = note === undefined ? unit : `note-${note}`
    const own =
      target === undefined || file !== undefined
        ? piece(label, `${file ?? ''}\u0000${label}`, around)
        : {...piece(label, `to${isNumberAlone ? ' the number of' : ''} ${target}`, around), target}
    return index === 0 ? [own] : [piece('\u00a0', '\u00a0', around), own]
  })
}

/** The words as they are read, references by their targets; what is compared where there are no ids. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({text, target}) => (target === undefined ? text : `⟨${target}⟩`)).join('')
}

/** The words with each value of a fact left out but for its name: two are the same where nothing else differs. */
export function textBesideFacts(pieces: readonly Piece[]): string {
  return pieces
    .map(({key, fact}, index) => {
      if (fact === undefined) return key
      return pieces[index - 1]?.fact === fact ? '' : `⟨${fact}⟩`
    })
    .join('\u0001')
}
