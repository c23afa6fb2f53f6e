/** What was proven of one file from its bytes, in numbers; nothing of it is taken from the renderer. */
export interface Certificate {
  /** Numbers and letters computed from the lists, each with its words, style and level. */
  labels: number
  /** Paragraphs without a number, as far in as the words that they go on with. */
  continuations: number
  /** References whose result is the computed label of their target. */
  references: number
  /** Bookmarks, each with the words of its unit, their marks and languages. */
  bookmarks: number
  /** Tables whose head, and nothing else, is repeated on each page, with every cell in its place. */
  headerRows: number
  /** Pictures, each in its place, with its size, its description and its bytes. */
  pictures: number
  /** Notes, numbered as the text refers to them. */
  notes: number
  /** Sections, each with its page and its footer. */
  sections: number
  /** Styles of the gallery, exactly those of templates/styles.yaml. */
  styles: number
  /** Tags of the languages of the text, that of the document first. */
  languages: string[]
}

/** What a look at one side of a file found: how much there was, and what differs from the tree. */
export interface Proof {
  proven: Partial<Certificate>
  /** One sentence each. */
  faults: string[]
}

/** A file is not what its tree says: a bug of ours, never of the sources. */
export class CertificateError extends Error {
  /**
   * @param name  of the file, such as `sc58/internet-trade.en.docx`
   * @param faults  one sentence each; the first ones are shown
   */
  constructor(name: string, faults: readonly string[]) {
    const shown = faults.slice(0, 5)
    const more = faults.length > shown.length ? ` … and ${faults.length - shown.length} more.` : ''
    super(`${name} would not be what its text says, and was not written. ${shown.join(' ')}${more}`)
    this.name = 'CertificateError'
  }
}
