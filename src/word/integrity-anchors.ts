import {readFields} from './fields.ts'
import {elementsOf, storyParts, type WordPackage} from './package.ts'
import {bookmarks} from './references.ts'
import {staleReferences} from './stale-references.ts'
import {attribute, child, childrenOf, descendants, type XmlElement} from './xml.ts'

/** Notes each value that was seen before, as `rule: value (part)`. */
class Unique {
  readonly #rule: string
  readonly #seen = new Set<string>()

  constructor(rule: string) {
    this.#rule = rule
  }

  add(value: string, part: string, faults: string[], shown = value): void {
    if (this.#seen.has(value)) faults.push(`${this.#rule}: ${shown} (${part})`)
    this.#seen.add(value)
  }
}

interface OpenBookmark {
  name: string
  paragraph: XmlElement | null
}

/**
 * Bookmarks (ECMA-376 Part 1, 17.13.6): names (40 characters at most, letters, digits, underscores; unique
 * without regard to case) and ids used twice in the package, starts and ends that do not pair up in their
 * part, and those that are not inside one paragraph, which other programs break on saving.
 */
export function bookmarkFaults(pkg: WordPackage): string[] {
  const faults: string[] = []
  const names = new Unique('bookmark-name-twice')
  const ids = new Unique('bookmark-id-twice')
  for (const part of storyParts(pkg)) {
    const open = new Map<string, OpenBookmark>()
    const walk = (parent: XmlElement | undefined, paragraph: XmlElement | null): void => {
      for (const element of childrenOf(parent)) {
        const id = attribute(element, 'w:id') ?? ''
        if (element.name === 'w:bookmarkStart') {
          const name = attribute(element, 'w:name') ?? ''
          if (!/^[a-z_][a-z0-9_]{0,39}$/i.test(name)) faults.push(`bookmark-name: ${name} (${part})`)
          names.add(name.toLowerCase(), part, faults, name)
          ids.add(id, part, faults)
          if (open.has(id)) faults.push(`bookmark-unbalanced: ${id} starts twice (${part})`)
          open.set(id, {name, paragraph})
        } else if (element.name === 'w:bookmarkEnd') {
          const start = open.get(id)
          open.delete(id)
          if (start === undefined) faults.push(`bookmark-unbalanced: ${id} ends without a start (${part})`)
          else if (paragraph === null || start.paragraph !== paragraph) {
            faults.push(`bookmark-paragraph: ${start.name} is not inside one paragraph (${part})`)
          }
        } else walk(element, element.name === 'w:p' ? element : paragraph)
      }
    }
    walk(pkg.parts.get(part), null)
    for (const {name} of open.values()) faults.push(`bookmark-unbalanced: ${name} does not end (${part})`)
  }
  return faults
}

/**
 * Ids that must be unique: w14:paraId of paragraphs and rows within their part ([MS-DOCX] 2.6.2.4), ids of
 * content controls within the package (ECMA-376 Part 1, 17.5.2.18).
 */
export function idFaults(pkg: WordPackage): string[] {
  const faults: string[] = []
  const controls = new Unique('sdt-id-twice')
  for (const part of storyParts(pkg)) {
    const paragraphs = new Unique('para-id-twice')
    for (const element of descendants(pkg.parts.get(part))) {
      const paraId = attribute(element, 'w14:paraId')
      if (paraId !== undefined) paragraphs.add(paraId.toUpperCase(), part, faults)
      const control = element.name === 'w:sdtPr' ? attribute(child(element, 'w:id')) : undefined
      if (control !== undefined) controls.add(control, part, faults)
    }
  }
  return faults
}

/**
 * REF, PAGEREF and NOTEREF fields (ECMA-376 Part 1, 17.16.5.51, 17.16.5.45, 17.16.5.43) and internal hyperlinks (17.16.22) whose
 * bookmark does not exist, in every part that holds paragraphs.
 */
export function danglingFaults(pkg: WordPackage): string[] {
  const known = bookmarks(pkg)
  return storyParts(pkg).flatMap((part) => {
    const fields = readFields(pkg, part).fields.filter(
      ({name, deleted}) => /^(?:PAGE|NOTE)?REF$/.test(name) && !deleted,
    )
    const links = elementsOf(pkg, part, 'w:hyperlink').flatMap((one) => attribute(one, 'w:anchor') ?? [])
    return [
      ...fields
        .filter((one) => !known.has(one.bookmark ?? ''))
        .map((one) => `dangling: ${one.instruction} (${part})`),
      ...links.filter((one) => !known.has(one)).map((one) => `dangling: hyperlink to ${one} (${part})`),
    ]
  })
}

/**
 * References by number whose cached result is not the computed label; dangling ones are left to
 * `danglingFaults`. When the labels cannot be computed, the reason is the fault.
 */
export function staleFaults(pkg: WordPackage): string[] {
  try {
    const known = bookmarks(pkg)
    return staleReferences(pkg)
      .filter(({reference}) => known.has(reference.bookmark ?? ''))
      .map(({reference, expected}) => {
        const due = expected === null ? 'no label' : `"${expected}"`
        return `stale: ${reference.instruction} shows "${reference.result}", target has ${due} (${reference.part})`
      })
  } catch (error) {
    return [`labels: ${error instanceof Error ? error.message : String(error)}`]
  }
}
