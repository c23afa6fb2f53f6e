// a) (a) ii) A) 1) 1. 14.35 14.XX: a label and white space before the words.
const label = /^(\(?(?:[a-z]{1,2}|[ivxlc]+|[A-Z]|\d{1,3})\)|\d{1,3}\.|\d{1,2}\.(?:\d{1,3}|XX))\s/

/** The label that an author typed before words, where the build prints one; undefined where there is none. */
export function typedLabelOf(words: string): string | undefined {
  return label.exec(words)?.[1]
}
