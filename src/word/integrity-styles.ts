import {type Num, readNumbering} from './numbering.ts'
import {elementsOf, storyParts, type WordPackage} from './package.ts'
import {readStyles} from './styles.ts'
import {visibleText} from './text.ts'
import {attribute, child, childrenOf, descendants, type XmlElement} from './xml.ts'

const STYLE_TYPES: Record<string, string> = {
  'w:pStyle': 'paragraph',
  'w:rStyle': 'character',
  'w:tblStyle': 'table',
}

/**
 * Style ids (ECMA-376 Part 1, 17.7.4): defined twice; named by a paragraph, run, table, list level or other
 * style but not defined; or defined as another type of style than the place needs.
 */
export function styleFaults(pkg: WordPackage): string[] {
  const {byId} = readStyles(pkg)
  const faults: string[] = []
  const definitions = childrenOf(pkg.parts.get('word/styles.xml'), 'w:style')
  const ids = definitions.map((style) => attribute(style, 'w:styleId') ?? '')
  for (const id of ids.filter((one, place) => ids.indexOf(one) !== place)) faults.push(`style-twice: ${id}`)
  for (const part of [...storyParts(pkg), 'word/numbering.xml']) {
    for (const element of descendants(pkg.parts.get(part))) {
      const type = STYLE_TYPES[element.name]
      if (type === undefined) continue
      const id = attribute(element) ?? ''
      const style = byId.get(id)
      if (style === undefined) faults.push(`style-unknown: ${id} (${part})`)
      else if ((attribute(style, 'w:type') ?? 'paragraph') !== type)
        faults.push(`style-type: ${id} is no ${type} style (${part})`)
    }
  }
  for (const style of definitions) {
    for (const name of ['w:basedOn', 'w:next', 'w:link']) {
      const id = attribute(child(style, name))
      if (id !== undefined && !byId.has(id)) faults.push(`style-unknown: ${id} (word/styles.xml)`)
    }
  }
  return faults
}

function numPrFault(numPr: XmlElement, nums: Map<string, Num>): string | null {
  const numId = attribute(child(numPr, 'w:numId'))
  const ilvl = attribute(child(numPr, 'w:ilvl')) ?? '0'
  if (numId === undefined) return 'num-missing: level without numId'
  if (numId === '0') return null
  const num = nums.get(numId)
  if (num === undefined) return `num-unknown: ${numId}`
  return num.levels.has(Number(ilvl)) ? null : `level-undeclared: level ${ilvl} of num ${numId}`
}

function styleLinkFaults(pkg: WordPackage, nums: Map<string, Num>): string[] {
  const faults: string[] = []
  const numIdOf = (style: XmlElement | undefined) =>
    attribute(child(child(child(style, 'w:pPr'), 'w:numPr'), 'w:numId'))
  const {byId} = readStyles(pkg)
  for (const [id, style] of byId) {
    const num = nums.get(numIdOf(style) ?? '')
    if (num !== undefined && ![...num.levels.values()].some(({pStyle}) => pStyle === id)) {
      faults.push(`level-link: style ${id} is numbered, but no level of num ${num.numId} names it`)
    }
  }
  for (const {abstractNumId, levels} of nums.values()) {
    for (const {ilvl, pStyle} of levels.values()) {
      const back = pStyle === null ? undefined : nums.get(numIdOf(byId.get(pStyle)) ?? '')
      if (pStyle !== null && back?.abstractNumId !== abstractNumId) {
        faults.push(
          `level-link: level ${ilvl} of abstractNum ${abstractNumId} names ${pStyle}, which does not point back`,
        )
      }
    }
  }
  return [...new Set(faults)]
}

/**
 * Numbering (ECMA-376 Part 1, 17.9): a numId that is not defined, a level that its definition does not
 * declare, a number on a style that no level is linked to or the reverse, and a numbering part that cannot be
 * read.
 */
export function numberingFaults(pkg: WordPackage): string[] {
  let nums: Map<string, Num>
  try {
    nums = readNumbering(pkg)
  } catch (error) {
    return [`numbering: ${error instanceof Error ? error.message : String(error)}`]
  }
  const direct = [...storyParts(pkg), 'word/styles.xml'].flatMap((part) =>
    elementsOf(pkg, part, 'w:numPr').flatMap((numPr) => {
      const fault = numPrFault(numPr, nums)
      return fault === null ? [] : [`${fault} (${part})`]
    }),
  )
  return [...direct, ...styleLinkFaults(pkg, nums)]
}

const LANGUAGES = ['w:val', 'w:eastAsia', 'w:bidi']

/** Whether a `w:lang` says nothing: no attribute at all, or an empty one. */
function isEmptyLanguage(lang: XmlElement): boolean {
  const given = LANGUAGES.flatMap((name) => attribute(lang, name) ?? [])
  return given.length === 0 || given.some((one) => one.trim() === '')
}

/**
 * Text language (ECMA-376 Part 1, 17.3.2.20): runs and styles with an empty `w:lang`, and a package whose
 * defaults (17.7.5.1) give none, so that a run without its own has no language.
 */
export function languageFaults(pkg: WordPackage): string[] {
  const faults: string[] = []
  for (const part of storyParts(pkg)) {
    for (const run of elementsOf(pkg, part, 'w:r')) {
      const lang = child(child(run, 'w:rPr'), 'w:lang')
      if (lang !== undefined && isEmptyLanguage(lang))
        faults.push(`language-empty: run "${visibleText(run)}" (${part})`)
    }
  }
  const styles = pkg.parts.get('word/styles.xml')
  for (const lang of descendants(styles, 'w:lang')) {
    if (isEmptyLanguage(lang)) faults.push('language-empty: style (word/styles.xml)')
  }
  const defaults = child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  if ((attribute(child(defaults, 'w:lang')) ?? '') === '')
    faults.push('language-default: none (word/styles.xml)')
  return faults
}
