import {Document, Footer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun} from 'docx'
import type {Finished} from '../types.ts'
import {paragraphStyleId} from './style-ids.ts'
import type {Collected} from './types.ts'

/**
 * The Word document around the blocks: a section for each part, and for each table that is turned, with its page, its margins and its footer.
 * Styles, numbering, settings and properties are parts of our own (parts/), since docx cannot write them as we need.
 */
export function shell(collected: Collected, {styles}: Finished): Document {
  const {width, height, margin, footer} = styles.page
  return new Document({
    footnotes: collected.notes,
    sections: collected.sections.map(({part, isLandscape, children}) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: {
          // docx itself exchanges width and height of a page that lies on its long side.
          size: {width, height, ...(isLandscape ? {orientation: PageOrientation.LANDSCAPE} : {})},
          margin: {
            top: margin,
            right: margin,
            bottom: margin,
            left: margin,
            header: footer,
            footer,
            gutter: 0,
          },
        },
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              style: paragraphStyleId(styles, 'footer'),
              children: [new TextRun(part.footer), new TextRun({children: [PageNumber.CURRENT]})],
            }),
          ],
        }),
      },
      children,
    })),
  })
}
