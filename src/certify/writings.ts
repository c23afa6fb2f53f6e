import type {Finished} from '../render/index.ts'
import {
  attribute,
  child,
  computeLabels,
  descendants,
  storyParts,
  visibleText,
  type WordPackage,
  type XmlElement,
} from '../word/index.ts'
import type {Proof} from './types.ts'

// By the blocks of Unicode, where the renderer goes by the scripts of its letters.
const fromRight = /[\u0591-\u07bf\ufb1d-\ufdff\ufe70-\ufefc]/
const eastAsian = /[\u1100-\u11ff\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{323af}]/u
const fromLeft = /[A-Za-z\u00c0-\u052f\u0900-\u109f]/

/**
 * Names in other writings: runs of letters that run from the right say so, those of ours do not, with a language for them; those
 * of East Asia name a font and a language. A paragraph without a number whose letters all run from the right does too.
 */
export function proveWritings(pkg: WordPackage, _finished: Finished): Proof {
  const parts = storyParts(pkg).map((name) => pkg.parts.get(name))
  const runs = parts.flatMap((part) => descendants(part, 'w:r'))
  const paragraphs = parts.flatMap((part) => descendants(part, 'w:p'))
  const numbered = new Set(
    computeLabels(pkg).flatMap(({label, paragraph}) => (label === null ? [] : paragraph)),
  )
  const free = paragraphs.filter((paragraph) => !numbered.has(paragraph))
  return {proven: {}, faults: [...runs.flatMap(runFaults), ...free.flatMap(paragraphFaults)]}
}

function runFaults(run: XmlElement): string[] {
  const text = visibleText(run)
  const properties = child(run, 'w:rPr')
  const language = child(properties, 'w:lang')
  const isFromRight = child(properties, 'w:rtl') !== undefined
  if ((fromRight.test(text) && !isFromRight) || (isFromRight && fromLeft.test(text)))
    return [`The direction of “${text}” is not that of its letters.`]
  if (isFromRight && !attribute(language, 'w:bidi')) return [`“${text}” has no language.`]
  if (!eastAsian.test(text)) return []
  const font = attribute(child(properties, 'w:rFonts'), 'w:eastAsia')
  return font && attribute(language, 'w:eastAsia') ? [] : [`“${text}” has no font or no language.`]
}

function paragraphFaults(paragraph: XmlElement): string[] {
  const text = visibleText(paragraph)
  const isDue = fromRight.test(text) && !fromLeft.test(text) && !eastAsian.test(text)
  const isFromRight = child(child(paragraph, 'w:pPr'), 'w:bidi') !== undefined
  if (isFromRight === isDue) return []
  return [`The direction of the paragraph “${text}” is not that of its letters.`]
}
