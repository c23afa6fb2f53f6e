/**
 * The blocks of the document model that hold sentences: numbered and lettered ones, clauses, quotations, decisions, and
 * what goes on without a number. As in types.ts, each says: meaning · where it is allowed · what it may contain.
 */
import type {Parent} from 'unist'
import type {Amended} from './amendment-types.ts'
import type {InlineNode} from './inline-types.ts'

/**
 * Section heading, unnumbered. Allowed in a part, and in a numbered paragraph over decisions that it quotes. Contains
 * phrasing. Example: “Introduction”.
 */
export interface SectionHeading extends Parent {
  type: 'sectionHeading'
  depth: 1 | 2
  /** That it belongs to what a numbered paragraph quotes, as far as which it is set in. */
  within?: 'numberedParagraph'
  unit?: string | undefined
  /** Written by `number`: whether a reference prints its words. */
  isReferredTo?: boolean
  children: InlineNode[]
}

/**
 * Numbered paragraph. Allowed in a part. Contains one paragraph, then lists, words that go on
 * after them and quoted decisions.
 * Example: `12. The Secretariat asked:` with `a)`, `b)` under it.
 */
export interface NumberedParagraph extends Parent, Amended {
  type: 'numberedParagraph'
  unit?: string | undefined
  sequence: string
  sequenceKind: string
  level: number
  label?: string
  /** Written by `number`: its place in the sequence, from 1. */
  place?: number
  /** Whether what follows it belongs to it, such as the room for an answer, and stays on its page. */
  isKeptWithNext?: boolean
  /** Whether it is an operative paragraph of a resolution, after its pivot. */
  isOperative?: boolean
  /** Of a heading that has a number: how deep it is, as of other headings. */
  heading?: 1 | 2
  children: [LeadParagraph, ...(ProvisionList | Continuation | Decision | Addressee | SectionHeading)[]]
}

/**
 * Clause: an unnumbered paragraph that may introduce lettered items, as resolutions have them. Allowed in parts that do
 * not number, and in cells of a table. Contains a lead paragraph, then lists and words that go on after them. Its style says whether it is preambular or operative.
 * Example: `RECOMMENDS that Parties:` with `a)`, `b)` under it.
 */
export interface Clause extends Parent {
  type: 'clause'
  unit?: string | undefined
  style: 'unnumbered' | 'preambular' | 'operative' | 'quotation' | 'table-text'
  /** Whether what follows it belongs to it, such as a quotation, and stays on its page. */
  isKeptWithNext?: boolean
  children: [LeadParagraph, ...(ProvisionList | Continuation)[]]
}

/**
 * Quotation: words of another text, set in from both margins. Allowed in a part and in a provision. Contains clauses
 * of the style `quotation`, and of a text that is kept with its labels its labelled paragraphs and the heading of its
 * addressees. Example: a paragraph of a resolution.
 */
export interface Quotation extends Parent {
  type: 'quotation'
  /** Sequence and level of the provision in which it stands, which it is set in from. */
  within?: PlaceInSequence
  children: (Clause | Decision | Addressee | Continuation)[]
}

/** Where a numbered paragraph or item stands: the kind of its sequence, and its level there, from 0. */
export interface PlaceInSequence {
  sequenceKind: string
  level: number
}

/**
 * Continuation: a paragraph without a number that belongs to a numbered one, an item or a clause: words that go on after
 * its list, or its second paragraph. It stands as far in as the words of that one (`within`), and where it belongs to
 * none with a number as far as a clause of its style.
 * Allowed in numbered paragraphs, clauses, decisions, provisions and quotations, and in a part where another block stands
 * between the two. Contains a lead paragraph and lists, whose letters go on from those before.
 * Example: “provided that it is declared at the border.”
 */
export interface Continuation extends Parent {
  type: 'continuation'
  unit?: string | undefined
  style: Clause['style']
  within?: PlaceInSequence | undefined
  /** Whether what follows it belongs to it, and stays on its page. */
  isKeptWithNext?: boolean
  children: [LeadParagraph, ...ProvisionList[]]
}

/**
 * Lead paragraph of a numbered paragraph, decision or provision: the words that stand beside the label.
 * Contains phrasing.
 */
export interface LeadParagraph extends Parent {
  type: 'leadParagraph'
  children: InlineNode[]
}

/**
 * List of lettered provisions. Allowed in numbered paragraphs, clauses, decisions and provisions. Contains provisions.
 */
export interface ProvisionList extends Parent {
  type: 'provisionList'
  children: Provision[]
}

/**
 * Lettered provision: `a)`, `i)`, `A.` by depth; in a text that is quoted the label that it has there (`literal`), with a
 * sequence of its own. Contains a lead paragraph, then quotations, lists and
 * paragraphs without a letter.
 */
export interface Provision extends Parent, Amended {
  type: 'provision'
  unit?: string | undefined
  sequence: string
  sequenceKind: string
  level: number
  literal?: string
  /** Instead of `literal`: its places in the decision from which it is quoted, of which `number` makes the label. */
  quotedPath?: number[]
  label?: string
  /** Written by `number`: its place in the list, from 1. */
  place?: number
  children: [LeadParagraph, ...(Quotation | ProvisionList | Continuation)[]]
}

/**
 * Addressee heading: “Directed to the Secretariat”. Allowed in a part, in a numbered paragraph and in a quotation, before
 * decisions. Contains phrasing.
 */
export interface Addressee extends Parent {
  type: 'addressee'
  unit?: string | undefined
  /** Whether it stands under the heading of a subject. */
  isUnder?: boolean
  /** Written by `number`: whether a reference prints its words. */
  isReferredTo?: boolean
  /** What it belongs to, as far as which it is set in: what a numbered paragraph quotes, or a quotation. */
  within?: 'numberedParagraph' | 'quotation'
  children: InlineNode[]
}

/**
 * Decision: its label hangs at the margin; also one provision of it, or a paragraph of another text, that is quoted with
 * its label. Allowed in a part (a draft), in a numbered paragraph and in a quotation.
 * Contains a lead paragraph and at most one list. Example: `14.XX Le Secrétariat devrait:`.
 */
export interface Decision extends Parent, Amended {
  type: 'decision'
  /** What an author quotes may have none yet. */
  unit?: string | undefined
  /** Path of the file that holds its words, where that is not the part's own. */
  file?: string
  sequence: string
  sequenceKind: string
  level: number
  literal: string
  /** Instead of `literal`: places of a provision in its decision, of which `number` makes the label: `[3]` is `c)`. */
  quotedPath?: number[]
  label?: string
  place?: number
  children: [LeadParagraph, ...(ProvisionList | Continuation)[]]
}
