/** The sequence whose levels are linked with their styles, both ways. */
export const linkedSequence = 'paragraphs'
