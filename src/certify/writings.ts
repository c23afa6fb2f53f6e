import type {Finished} from '../render/index.ts'
import {
  attribute,
  child,
  computeLabels,
  elementsOf,
  storyParts,
  visibleText,
  type WordPackage,
  type XmlElement,
} from '../word/index.ts'
import type {Proof} from './types.ts'

// Letter by letter, where the renderer parts a text into stretches.
const letter = /\p{L}/u
const fromRight = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\u0640]/u
const eastAsian = /(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether a text has letters that do not run from the right. */
function hasOthers(text: string): boolean {
  return [...text].some((sign) => letter.test(sign) && !fromRight.test(sign))
}

/**
 * Names in other writings: runs of letters that run from the right say so, those of ours do not, with a language for them; those
 * of East Asia name a font and a language. A paragraph without a number whose letters all run from the right does too.
 */
export function proveWritings(pkg: WordPackage, _finished: Finished): Proof {
  const parts = storyParts(pkg)
  const runs = parts.flatMap((part) => elementsOf(pkg, part, 'w:r'))
  const paragraphs = parts.flatMap((part) => elementsOf(pkg, part, 'w:p'))
  const numbered = new Set(
    computeLabels(pkg).flatMap(({label, paragraph}) => (label === null ? [] : paragraph)),
  )
  const free = paragraphs.filter((paragraph) => !numbered.has(paragraph))
  return {proven: {}, faults: [...runs.flatMap(runFaults), ...free.flatMap(paragraphFaults)]}
}

/** Signs of Europe, of which no run says anything. */
const usual = /^[\0-\u024f\u2000-\u206f]*$/

function runFaults(run: XmlElement): string[] {
  const text = visibleText(run)
  const properties = child(run, 'w:rPr')
  const language = child(properties, 'w:lang')
  const isFromRight = child(properties, 'w:rtl') !== undefined
  if (!isFromRight && usual.test(text)) return []
  if ((fromRight.test(text) && !isFromRight) || (isFromRight && hasOthers(text)))
    return [`The direction of “${text}” is not that of its letters.`]
  if (isFromRight && !attribute(language, 'w:bidi')) return [`“${text}” has no language.`]
  if (!eastAsian.test(text)) return []
  const font = attribute(child(properties, 'w:rFonts'), 'w:eastAsia')
  return font && attribute(language, 'w:eastAsia') ? [] : [`“${text}” has no font or no language.`]
}

function paragraphFaults(paragraph: XmlElement): string[] {
  const text = visibleText(paragraph)
  const isDue = !usual.test(text) && fromRight.test(text) && !hasOthers(text)
  const isFromRight = child(child(paragraph, 'w:pPr'), 'w:bidi') !== undefined
  if (isFromRight === isDue) return []
  return [`The direction of the paragraph “${text}” is not that of its letters.`]
}
