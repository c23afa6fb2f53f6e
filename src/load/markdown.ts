import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {takeDisables} from './disables.ts'
import {goingOn} from './going-on.ts'
import {listTables} from './list-tables.ts'
import {pictureDescriptions} from './picture-descriptions.ts'
import {quotedLabels} from './quoted-labels.ts'
import {restoreText} from './restore-text.ts'
import {unitMarks} from './unit-marks.ts'

/**
 * Plugin: tables, footnotes and strikethrough of GFM, without its literal links and task lists,
 * which we do not use and which cost almost half of the parsing time.
 */
function gfmPieces(this: Processor): void {
  const data = this.data() as Record<string, unknown[]>
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough({singleTilde: false}),
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ]
}

/** The Markdown of a document: parser and the transformers that finish the source tree. */
export const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(gfmPieces)
  .use(remarkDirective)
  .use(restoreText)
  .use(pictureDescriptions)
  .use(listTables)
  .use(unitMarks)
  .use(quotedLabels)
  .use(goingOn)
  .use(takeDisables)
  .freeze()
