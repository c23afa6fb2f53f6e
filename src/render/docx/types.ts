import type {FileChild, Paragraph, ParagraphChild} from 'docx'
import type {Node} from 'unist'
import type {Part, PlaceInSequence} from '../../tree/index.ts'
import type {Finished} from '../types.ts'

/** What a builder returns: blocks or runs. (remark-docx's own types cannot be read under Node's resolution.) */
export type Built = FileChild | ParagraphChild

/** Context that remark-docx hands to each builder, with our keys; see its documentation of plug-ins. */
export interface BuilderContext {
  render(nodes: readonly Node[], context?: BuilderContext): Built[]
  style: {bold?: boolean; italic?: boolean; strike?: boolean; link?: boolean}
  footnote: {toConfig(): object; set(id: number, children: Paragraph[]): void}
  house: HouseContext
}

/** How the text around a run is marked, beside remark-docx's own bold, italic and strike. */
export interface RunMarks {
  underline?: boolean
  /** Above or below the line; a run stands in one place, the innermost that is said. */
  raised?: 'superscript' | 'subscript'
  tag?: string
  /** Key of a character style in styles.yaml. */
  characterStyle?: string
}

/** Our part of the context. */
export interface HouseContext {
  finished: Finished
  /** Width of the text of the part, in twips. */
  textWidth: number
  /** Height of the text of a page of the part, in twips. */
  textHeight: number
  marks: RunMarks
  /** Gives each bookmark its number; every one in a file is unique. */
  bookmarks: {next: number}
  /** Numbers the pictures of a file. */
  pictures: {next: number}
  /** The item in which the quotation stands that is being built. */
  quotedIn?: PlaceInSequence | undefined
  /** Distance of paragraphs from the left margin, in twips, where their style does not say it. */
  left?: number
  /** Whether the paragraph runs from the right, with all of its signs and figures. */
  isFromRight?: boolean
  /** Whether paragraphs stay on the page of what follows them, whatever their style says. */
  keepsNext?: boolean
}

/** One builder: a node to Word's nodes. */
export type Builder = (node: never, context: BuilderContext) => Built[]

/** All that remark-docx made: the blocks of each section, and the notes by number. */
export interface Collected {
  sections: {part: Part; isLandscape: boolean; children: FileChild[]}[]
  notes: Record<number, {children: Paragraph[]}>
}
