const words = /^(?<folder>.+)\/(?<stem>[^/]+)\.(?<language>[a-z]{2})\.(?<ending>yaml|md)$/

/** A file of words in one language, by the parts of its path. */
export interface WordsFile {
  /** Such as `documents/sc58/internet-trade`. */
  folder: string
  /** Such as `body`. */
  stem: string
  language: string
  ending: 'yaml' | 'md'
}

/** What the path of a file of words says; undefined where it is none, as `documents/glossary.yaml`. */
export function wordsFile(path: string): WordsFile | undefined {
  return words.exec(path)?.groups as WordsFile | undefined
}
