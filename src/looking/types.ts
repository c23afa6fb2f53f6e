import type {VFileMessage} from 'vfile-message'
import type {Asking} from '../asked.ts'
import type {Composition} from '../compose/index.ts'
import type {Source, Texts} from '../load/index.ts'
import type {ReadContent, ReadOptions} from '../reading/index.ts'
import type {DocumentPlan, Dossier, Translation} from '../resolve/index.ts'

/** What is read and checked. */
export interface ContentOptions extends Asking, ReadOptions {
  /** Whether XX, examples and languages still drafting are refused. */
  final?: boolean | undefined
  /** Called before each document is put together and looked at, with its path. */
  onDocument?: ((path: string) => void) | undefined
}

/** One document in one language, and why it is refused, if it is. */
export interface BuiltDocument {
  path: string
  /** Code of the language; empty where the document is refused before its languages are known. */
  language: string
  isRefused: boolean
}

/** What is said of a document, of its words and of what was put together from them. */
export interface DocumentFindings {
  documents: BuiltDocument[]
  /** Of the document in the languages that were asked for. */
  messages: VFileMessage[]
  /** Of its files of words. */
  ofSources: VFileMessage[]
  /** How many rules authors have switched off in them. */
  switchedOff: number
  /** The hints that stand where words are to be written; one that several documents print is the same text in each. */
  hints: string[]
  /** What proving its pictures took, in pixels. */
  work: number
}

/** What is said of the files of words of a document, before it is put together. */
export interface OwnFindings extends SharedFindings {
  /** Names of the facts that were read for it. */
  facts: ReadonlySet<string>
}

/** A document that was put together and looked at, in each language that was asked for and has no error in its sources. */
export interface CheckedDocument {
  /** From documents/, such as `sc58/internet-trade`. */
  path: string
  findings: DocumentFindings
  /** Names of the facts that were read for it. */
  facts: ReadonlySet<string>
  /** What is said of its words alone, and the facts that were read for that. */
  own: OwnFindings
  /** With its words; undefined where it could not be planned. */
  plan: DocumentPlan | undefined
  languages: readonly {composition: Composition; isRefused: boolean}[]
  /** The dossier with the pictures of the document. */
  dossier: Dossier
  /** What is known of its words in each language that is not the original. */
  translations: readonly Translation[]
  /** Its valid files of words. */
  sources: ReadonlyMap<string, Source>
}

/** What is known when all documents were looked at. */
export interface CheckedContent {
  messages: VFileMessage[]
  documents: BuiltDocument[]
  hints: number
  /** How many rules authors have switched off in what was asked for. */
  switchedOff: number
  texts: Texts
  /** Every path that was seen. */
  paths: ReadonlySet<string>
  /** Without the words of documents. */
  dossier: Dossier
  sources: ReadonlyMap<string, Source>
}

/** What was found of the sources that a document may be built from. */
export interface SourceFindings {
  /** What keeps a document from being put together where it is an error. */
  ofSources: readonly VFileMessage[]
  /** What is said of its translations: by the rules that compare it with the original, and by its ledgers. */
  ofPairs: readonly VFileMessage[]
  ofLedgers: readonly VFileMessage[]
}

/** What is said of sources, and how many rules authors have switched off in them. */
export interface SharedFindings extends SourceFindings {
  switchedOff: number
}

/** What the rules found in what documents share, where nothing of it has changed since. */
export interface RulesMemory {
  /** @param others  what they depend on besides: what the words of documents name, what is found in facts */
  recallRules(others: string): SharedFindings | undefined
  /** @param facts  names of the facts that were read for it */
  keepRules(others: string, found: SharedFindings, facts: ReadonlySet<string>): void
}

/** Who follows the documents of a check. */
export interface Follower {
  /** Is told what documents share, before the rules are applied to it. */
  begin?(begun: Begun): void
  /** What is kept of earlier builds; asked when it has begun. */
  rules?: RulesMemory | undefined
  /** Is told what was found in what documents share, before the first of these. */
  found?(found: SourceFindings): void
  /**
   * What is known of a document already, so that it is not read; undefined where it has to be.
   *
   * @param isBounded  whether all documents so far and one with these findings are within what all together may take
   */
  recall?(
    path: string,
    isBounded: (findings: DocumentFindings) => boolean,
  ): Promise<DocumentFindings | undefined>
  /** What is known of the words of a document that is read; undefined where they have to be looked at. */
  recallOwn?(path: string): OwnFindings | undefined
  /** Is given each document that was read, in the order of their paths, and awaited before the next one is. */
  take(checked: CheckedDocument): void | Promise<void>
}

/** What is known before any document was read. */
export interface Begun {
  /** What was read of the disk. */
  content: ReadContent
  /** The files of words of each document, by its path. */
  words: ReadonlyMap<string, readonly string[]>
  /** Without the words of documents. */
  dossier: Dossier
  /** Paths of the documents that are looked at, in their order. */
  documents: readonly string[]
  /** In how many languages all documents are asked for, together. */
  total: number
  /** What is known of the words that documents share. */
  translations: readonly Translation[]
  /** All translations, those of each document read anew when they are asked for. */
  readTranslations(): Iterable<Translation>
}
