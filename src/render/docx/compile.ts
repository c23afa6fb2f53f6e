import type {Document, XmlComponent} from 'docx'
import {serialize} from './serialize.ts'

/** What docx needs to know while it turns its components into plain objects. */
type Context = Parameters<XmlComponent['prepForXml']>[0]

const standalone = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const plain = '<?xml version="1.0" encoding="UTF-8"?>'

/**
 * The parts of docx that our files have, as text by path. Its own packer also writes every part that we put another in
 * the place of, compresses all of them, and does so in small steps; that takes most of the time of a Word file.
 *
 * @param document  whose components add relationships while they are turned into text, so that it is used up
 */
export function compile(document: Document): Map<string, string> {
  const {Document: main, FootNotes: footnotes, Footers: footers, AppProperties: properties} = document
  const text = (component: XmlComponent, viewWrapper: Context['viewWrapper'], head: string): string => {
    const formatted = component.prepForXml({file: document, viewWrapper, stack: []})
    return head + (formatted ? serialize(formatted) : '')
  }
  // The words come before the relationships that they add.
  return new Map([
    ['word/document.xml', text(main.View, main, standalone)],
    ['word/footnotes.xml', text(footnotes.View, footnotes, standalone)],
    ...footers.map((footer, index): [string, string] => [
      `word/footer${index + 1}.xml`,
      text(footer.View, footer, plain),
    ]),
    ['word/_rels/document.xml.rels', text(main.Relationships, main, plain)],
    ['word/_rels/footnotes.xml.rels', text(footnotes.Relationships, footnotes, plain)],
    ['docProps/app.xml', text(properties, main, standalone)],
  ])
}
