import type {ParagraphChild} from 'docx'
import {WordElement} from '../xml.ts'

/**
 * A REF field with its result already there: the number of the paragraph that holds the bookmark, as a link.
 * CT_FldChar: begin, instruction, separate, result, end, each in a run of its own. Word asks nothing on opening.
 *
 * @param bookmark  name of the target's bookmark
 * @param result  the label without its final full stop, as `\n` gives it
 */
export function referenceField(bookmark: string, result: string): ParagraphChild[] {
  return [
    fieldChar('begin'),
    wordRun(new WordElement('w:instrText', {'xml:space': 'preserve'}, [` REF ${bookmark} \\n \\h `])),
    fieldChar('separate'),
    wordRun(new WordElement('w:t', {'xml:space': 'preserve'}, [result])),
    fieldChar('end'),
  ] as unknown as ParagraphChild[]
}

function fieldChar(type: 'begin' | 'separate' | 'end'): WordElement {
  return wordRun(new WordElement('w:fldChar', {'w:fldCharType': type}))
}

function wordRun(child: WordElement): WordElement {
  return new WordElement('w:r', {}, [child])
}
