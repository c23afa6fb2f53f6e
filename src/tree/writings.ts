/** Words in letters of another writing: how they run, and the language that is meant where nothing else is said. */
export interface Writing {
  /** BCP 47, such as `ar-SA`. */
  tag: string
  isFromRight: boolean
  /** Signs of East Asia, for which Word has a font of its own. */
  isEastAsian: boolean
}

/** A piece of text; `writing` where its letters are not Latin, Greek or Cyrillic, which need nothing of their own. */
export interface Stretch {
  text: string
  writing?: Writing
}

const fromRight = {isFromRight: true, isEastAsian: false}
const fromLeft = {isFromRight: false, isEastAsian: false}
const eastAsian = {isFromRight: false, isEastAsian: true}

// Source of the scripts: Unicode Standard Annex 24. Japanese and Korean are told from Chinese by their own letters.
const writings: readonly {letters: string; tag: string; isFromRight: boolean; isEastAsian: boolean}[] = [
  {letters: '\\p{Script=Arabic}\\u060c\\u061b\\u061f\\u0640\\u0660-\\u066d', tag: 'ar-SA', ...fromRight},
  {letters: '\\p{Script=Hebrew}', tag: 'he-IL', ...fromRight},
  {letters: '\\p{Script=Thaana}', tag: 'dv-MV', ...fromRight},
  {letters: '\\p{Script=Thai}', tag: 'th-TH', ...fromLeft},
  {letters: '\\p{Script=Lao}', tag: 'lo-LA', ...fromLeft},
  {letters: '\\p{Script=Khmer}', tag: 'km-KH', ...fromLeft},
  {letters: '\\p{Script=Myanmar}', tag: 'my-MM', ...fromLeft},
  {letters: '\\p{Script=Devanagari}', tag: 'hi-IN', ...fromLeft},
  {letters: '\\p{Script=Bengali}', tag: 'bn-BD', ...fromLeft},
  {letters: '\\p{Script=Sinhala}', tag: 'si-LK', ...fromLeft},
  {letters: '\\p{Script=Tamil}', tag: 'ta-IN', ...fromLeft},
  {
    letters:
      '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul}\\u30fc',
    tag: 'zh-CN',
    ...eastAsian,
  },
]

/** From the first letter of a writing to the last one between which no letter of another stands, with its marks. */
const stretch = new RegExp(
  writings
    .map(({letters, isEastAsian}) => {
      // Names of a list in Chinese, Japanese and Korean are apart.
      const between = isEastAsian ? '[ \\u3000-\\u303f\\u30fb\\uff00-\\uffef]' : '[^\\p{L}]'
      return `([${letters}](?:${between}*[${letters}])*\\p{M}*)`
    })
    .join('|'),
  'u',
)
/** Below it no letter has a writing that we look for; most texts hold none. */
const any = /[\u0590-\u1dff\u2e80-\u{10ffff}]/u

/**
 * A text parted where its writing changes.
 *
 * @returns the pieces in their order, one alone where all of it is in Latin, Greek or Cyrillic letters
 */
export function stretchesOf(text: string): Stretch[] {
  if (!any.test(text)) return [{text}]
  const pieces: Stretch[] = []
  let rest = text
  for (let match = stretch.exec(rest); match; match = stretch.exec(rest)) {
    const own = withBracket(match[0], rest.slice(match.index + match[0].length))
    const writing = writings[match.slice(1).findIndex((group) => group !== undefined)]
    if (match.index > 0) pieces.push({text: rest.slice(0, match.index)})
    if (writing) pieces.push({text: own, writing: {...writing, tag: tagOf(own, writing.tag)}})
    rest = rest.slice(match.index + own.length)
  }
  if (rest !== '' || pieces.length === 0) pieces.push({text: rest})
  return pieces
}

/** With the bracket after it that closes one of its own: the two are drawn the same way round. */
function withBracket(text: string, rest: string): string {
  const isOpen = text.lastIndexOf('(') > text.lastIndexOf(')')
  return isOpen && rest.startsWith(')') ? `${text})` : text
}

function tagOf(text: string, tag: string): string {
  if (tag !== 'zh-CN') return tag
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja-JP'
  return /\p{Script=Hangul}/u.test(text) ? 'ko-KR' : tag
}

/** Whether a text has letters, and all of them are of writings that run from the right. */
export function isAllFromRight(text: string): boolean {
  if (!any.test(text)) return false
  const worded = stretchesOf(text).filter((piece) => /\p{L}/u.test(piece.text))
  return worded.length > 0 && worded.every(({writing}) => writing?.isFromRight)
}
