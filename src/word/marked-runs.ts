import {visibleTextOfPart} from './text.ts'
import {attribute, child, childrenOf, type XmlElement} from './xml.ts'

/** What stands inside a bookmark: a run's text, a field, or the mark of a note. */
export interface MarkedRun {
  /** Visible text; empty for a field and for the mark of a note. */
  text: string
  /** Properties of the run (ECMA-376 Part 1, 17.3.2.28), of a field those of its first run. */
  properties: XmlElement | undefined
  /** Id of the relationship of the hyperlink around it (17.16.22). */
  link?: string
  /** Bookmark to which a link leads that prints a number (17.16.22): its words are computed, as those of a field. */
  anchor?: string
  /** Instruction of a field (17.16.2), white space made single. */
  instruction?: string
  /** Id of the note that it refers to (17.11.14). */
  note?: string
}

interface OpenField {
  properties: XmlElement | undefined
  instruction: string
  /** Names of the bookmarks in force where the field begins. */
  names: readonly string[]
  link: string | undefined
}

/**
 * The runs inside each bookmark of a paragraph (ECMA-376 Part 1, 17.13.6); the results of fields are left out, since
 * they are computed.
 *
 * @param paragraph  a `w:p` whose bookmarks and fields begin and end in it
 * @returns runs by name of the bookmark, in the order of the paragraph
 */
export function markedRuns(paragraph: XmlElement): Map<string, MarkedRun[]> {
  const found = new Map<string, MarkedRun[]>()
  const open = new Map<string, string>()
  let field: OpenField | undefined
  const add = (names: readonly string[], run: MarkedRun): void => {
    for (const name of names) found.get(name)?.push(run)
  }
  const take = (run: XmlElement, link: string | undefined): void => {
    const properties = child(run, 'w:rPr')
    const own = link === undefined ? {} : {link}
    for (const item of childrenOf(run)) {
      const type = item.name === 'w:fldChar' ? attribute(item, 'w:fldCharType') : undefined
      if (type === 'begin') field = {properties, instruction: '', names: [...open.values()], link}
      else if (type === 'end' && field) {
        const instruction = field.instruction.replace(/\s+/g, ' ').trim()
        add(field.names, {
          text: '',
          properties: field.properties,
          instruction,
          ...(field.link === undefined ? {} : {link: field.link}),
        })
        field = undefined
      } else if (item.name === 'w:instrText' && field)
        field.instruction += item.children.filter((one) => typeof one === 'string').join('')
      else if (item.name === 'w:footnoteReference')
        add([...open.values()], {text: '', properties, note: attribute(item, 'w:id') ?? ''})
      else if (!field && item.name !== 'w:rPr') {
        const text = visibleTextOfPart(item)
        if (text !== '') add([...open.values()], {text, properties, ...own})
      }
    }
  }
  const walk = (parent: XmlElement, link?: string): void => {
    for (const element of childrenOf(parent)) {
      const id = attribute(element, 'w:id') ?? ''
      if (element.name === 'w:bookmarkStart') {
        const name = attribute(element, 'w:name') ?? ''
        open.set(id, name)
        if (!found.has(name)) found.set(name, [])
      } else if (element.name === 'w:bookmarkEnd') open.delete(id)
      else if (element.name === 'w:r') take(element, link)
      else if (element.name === 'w:hyperlink') {
        const anchor = attribute(element, 'w:anchor')
        if (anchor === undefined) walk(element, attribute(element, 'r:id'))
        else add([...open.values()], {text: '', properties: child(child(element, 'w:r'), 'w:rPr'), anchor})
      } else if (element.name === 'w:ins' || element.name === 'w:smartTag') walk(element, link)
    }
  }
  walk(paragraph)
  return found
}
