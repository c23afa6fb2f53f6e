/** What a document of constructs is made of; each holds what may stand in it. */
export type Block =
  | {kind: 'paragraph'; inline?: Inline}
  | {kind: 'list'; items: Item[]; goesOn?: boolean}
  | {kind: 'quotation'; blocks: Block[]}
  | {kind: 'labelled'; label: string; inline?: Inline}
  | {kind: 'group'; name: Group; blocks: Block[]}
  | {kind: 'heading'; inline?: Inline}
  | {kind: 'table'}

/** An item: words of its own, and what stands under them. */
export interface Item {
  inline?: Inline
  /** Whether all of its words are struck or new; what stands under it is so too. */
  change?: Change
  blocks: Block[]
}

/** What an amendment does to an item. */
export type Change = 'struck' | 'new'

/** Directives that hold blocks. */
export type Group = (typeof groups)[number]
export const groups = ['unnumbered', 'example', 'when'] as const

/** Words inside a paragraph, in the form that an author writes; `{n}` is the name of a note of
 * its own, `{m}` of one before, `{u}` and `{t}` the last two units before this one, `{h}` a heading. */
export const inlines = {
  plain: '',
  italics: ' *Ursus*',
  sub: ' H:sub[2]O',
  undecided: ' :undecided[grey]',
  sup: ' 10:sup[6]',
  lang: ' :lang[Bär]{is=fr}',
  // The mark stands behind the first thirty characters, by which a line is found in another word processor.
  note: ' *Ursus theodori* CITES 2009 SC58 CoP15[^{n}]',
  'note-again': ' *Ursus theodori* CITES 2009 SC58 CoP15[^{n}] CoP14[^{n}]',
  ref: ' :ref[{u}]',
  'ref-number': ' :ref[{u}]{form=number}',
  'ref-heading': ' :ref[{h}]',
  'ref-note': ' :ref[^{m}]',
  'ref-several': ' :ref[{t} {u}]',
  decision: ' :decision[parties]',
  inserted: ' :ins[new]',
  deleted: ' :del[old]',
} as const

export type Inline = keyof typeof inlines

/** What may stand where: the pairs that docs/writing.md and docs/constructs.md allow. */
export const allowed: Readonly<Record<string, readonly Block['kind'][]>> = {
  body: ['paragraph', 'list', 'quotation', 'group', 'heading', 'table'],
  resolution: ['paragraph', 'list', 'quotation', 'group', 'heading', 'table'],
  item: ['paragraph', 'list', 'quotation'],
  quotation: ['paragraph', 'list', 'labelled', 'heading'],
  unnumbered: ['paragraph', 'list', 'quotation'],
  example: ['paragraph', 'list', 'quotation', 'table'],
  when: ['paragraph', 'list', 'quotation', 'table'],
}

/** Labels of another text, each for itself. */
export const labels = ['c)', 'iv)', '(e)', '5.', '10.107', '14.35 (Rev. CoP15)', 'A.', 'aa)'] as const
