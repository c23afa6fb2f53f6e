import {type IRunOptions, type ParagraphChild, TextRun} from 'docx'
import {WordElement} from '../xml.ts'

/**
 * A REF field with its result already there: the number of the paragraph that holds the bookmark, as a link.
 * CT_FldChar: begin, instruction, separate, result, end, each in a run of its own. Word asks nothing on opening.
 *
 * @param bookmark  name of the target's bookmark
 * @param result  the label without its final full stop, as `\n` gives it
 * @param marks  how the text around it is marked, as docx takes it
 */
export function referenceField(bookmark: string, result: string, marks: IRunOptions): ParagraphChild[] {
  const run = (child: WordElement): TextRun => new TextRun({...marks, children: [child as never]})
  return [
    run(fieldChar('begin')),
    run(new WordElement('w:instrText', {'xml:space': 'preserve'}, [` REF ${bookmark} \\n \\h `])),
    run(fieldChar('separate')),
    run(new WordElement('w:t', {'xml:space': 'preserve'}, [result])),
    run(fieldChar('end')),
  ]
}

function fieldChar(type: 'begin' | 'separate' | 'end'): WordElement {
  return new WordElement('w:fldChar', {'w:fldCharType': type})
}
