// a) (a) ii) A) 1) 1. 14.35 14.XX: a label and white space before the words.
const label = /^(\(?(?:[a-z]{1,2}|[ivxlc]+|[A-Z]|\d{1,3})\)|\d{1,3}\.|\d{1,2}\.(?:\d{1,3}|XX))\s/

// “1.5 million”, “12.5 per cent”, “10.30 a.m.”: paragraphs begin with a capital behind their label, quantities do not.
const quantity = /^\d{1,2}\.\d{1,3}\s\p{Ll}/u
// Items may begin in small letters, and the number of a decision has two figures on each side: “14.35 urge”.
const decision = /^\d\d\.\d\d/

/**
 * The label that an author typed before words, where the build prints one; undefined where there is none.
 *
 * @param isItem  whether the words are an item of a list, which may begin with a small letter
 */
export function typedLabelOf(words: string, isItem: boolean): string | undefined {
  if (quantity.test(words) && !(isItem && decision.test(words))) return undefined
  return label.exec(words)?.[1]
}

// c) (e) iv) aa) A. 5. 5) 10.107 14.35 (Rev. CoP15) 3.2.1: what stands before a paragraph of any text that is quoted.
const ofText =
  /^(\((?:[a-z]|([a-z])\2|[ivxlc]+|[A-Z]|\d{1,3})\)|(?:[a-z]|([a-z])\3|[ivxlc]+|[A-Z]|\d{1,3})[.)]|\d{1,3}(?:\.(?:\d{1,3}|XX)){1,3}\.?(?:\s\(Rev\. [A-Z][A-Za-z]+\d{1,2}\))?)\s+(?=\S)/

/**
 * The label of its source before words that are quoted, with the white space behind it; undefined where there is none.
 *
 * @param words  of a paragraph of a quotation
 * @returns the label as typed, and how many characters it takes with the space
 */
export function quotedLabelOf(words: string): {label: string; length: number} | undefined {
  const [all = '', label = ''] = ofText.exec(words) ?? []
  if (label === '' || (quantity.test(words) && !decision.test(words))) return undefined
  return {label, length: all.length}
}
