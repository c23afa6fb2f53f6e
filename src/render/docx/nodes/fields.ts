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
  return field(`REF ${bookmark} \\n \\h`, [resultRun(result, marks)], marks)
}

/**
 * A REF field that repeats the words in a bookmark, with these words already there, as a link.
 *
 * @param words  runs of the words, with the marks that they have in the bookmark
 * @param marks  how the text around it is marked, as docx takes it
 */
export function wordsField(bookmark: string, words: ParagraphChild[], marks: IRunOptions): ParagraphChild[] {
  return field(`REF ${bookmark} \\h`, words, marks)
}

/**
 * A NOTEREF field with its result already there: the number or sign of a note inside a sentence, with the look of the
 * sentence.
 *
 * @param bookmark  around the first mark of the note
 */
export function noteNumberField(bookmark: string, result: string, marks: IRunOptions): ParagraphChild[] {
  return field(`NOTEREF ${bookmark} \\h`, [resultRun(result, marks)], marks)
}

/**
 * A NOTEREF field with its result already there: the mark of a note to which the text has referred before. A second
 * mark of the same note would be counted as a note of its own. `\\f` gives it the look of a mark, `\\h` makes it a link.
 *
 * @param bookmark  around the first mark of the note
 * @param result  that mark, as it is printed
 * @param marks  how a mark is printed, as docx takes it
 */
export function noteReferenceField(bookmark: string, result: string, marks: IRunOptions): ParagraphChild[] {
  return field(`NOTEREF ${bookmark} \\f \\h`, [resultRun(result, marks)], marks)
}

function resultRun(result: string, marks: IRunOptions): TextRun {
  const words = new WordElement('w:t', {'xml:space': 'preserve'}, [result])
  return new TextRun({...marks, children: [words as never]})
}

function field(instruction: string, result: ParagraphChild[], marks: IRunOptions): ParagraphChild[] {
  const run = (child: WordElement): TextRun => new TextRun({...marks, children: [child as never]})
  return [
    run(fieldChar('begin')),
    run(new WordElement('w:instrText', {'xml:space': 'preserve'}, [` ${instruction} `])),
    run(fieldChar('separate')),
    ...result,
    run(fieldChar('end')),
  ]
}

function fieldChar(type: 'begin' | 'separate' | 'end'): WordElement {
  return new WordElement('w:fldChar', {'w:fldCharType': type})
}
