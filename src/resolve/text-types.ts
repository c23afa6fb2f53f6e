/** Texts that documents quote, as their schemas have proven them: documents/texts/. */
import type {Located} from './located.ts'

/** A paragraph of a text, with the label that the text itself prints before it. */
export interface TextParagraphRecord {
  id: string
  label?: string
  paragraphs?: TextParagraphRecord[]
}

/** A resolution or decision of elsewhere, in one revision. */
export interface TextRecord {
  resolution?: string
  decision?: string
  /** The meeting that made the revision; absent as first adopted. */
  revision?: string
  /** ISO date, where templates/instruments.yaml has none. */
  since?: string
  source: string
  'read-on'?: string
  addressee?: string | string[]
  example?: boolean
  paragraphs: TextParagraphRecord[]
}

/** The words of a text in one language. */
export interface TextWords {
  paragraphs: Record<string, string>
  notes?: Record<string, string>
}

/** A text and its words by language. */
export interface QuotedText {
  /** Name of its file, by which documents quote it. */
  name: string
  yaml: Located<TextRecord>
  words: ReadonlyMap<string, Located<TextWords>>
  /** The day since which it is in force; undefined where none is known, which is an error. */
  since: string | undefined
}
