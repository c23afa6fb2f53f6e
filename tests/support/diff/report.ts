import type {Change, DiffReport, DocumentDiff} from '../../../src/diff/index.ts'
import {error} from '../../../src/message/index.ts'

/** What a report is made of, where it is not one of nothing. */
type Parts = Partial<DiffReport>

/** A report of nothing but what is given. */
export function reportOf(parts: Parts): DiffReport {
  const documents = parts.documents ?? []
  return {
    before: {name: 'main', errors: []},
    after: {name: 'the folder as it stands', errors: []},
    counts: {documents: documents.length, same: 0},
    documents,
    facts: [],
    tasks: [],
    deadlines: [],
    translations: [],
    templates: [],
    sources: [],
    ...parts,
  }
}

/** A document with so many changed paragraphs in each of three languages. */
export function changedDocument(path: string, many: number, text = 'words', first = 1): DocumentDiff {
  return {
    path,
    symbol: `SC58 Doc. ${path.length}`,
    title: 'A document',
    fate: 'stays',
    languages: ['en', 'fr', 'es'].map((language, at) => ({
      language,
      verdict: 'words',
      reasons: [],
      changes: Array.from({length: many}, (_, index): Change => {
        const spot = {label: String(index + 1), unit: `unit-${index}`}
        return {
          number: first + at * many + index,
          kind: 'changed',
          what: 'paragraph',
          part: 'body',
          before: spot,
          after: spot,
          runs: [
            {kind: 'same', text: 'Some '},
            {kind: 'deleted', text},
            {kind: 'inserted', text: `${text} and more`},
          ],
        }
      }),
    })),
  }
}

/** A report in which every text is somebody's. */
export function hostileReport(text: string): DiffReport {
  return reportOf({
    before: {name: text, errors: [error(text, {path: text, ruleId: 'x'})]},
    documents: [
      {...changedDocument('sc58/internet-trade', 1, text), path: text, symbol: text, title: text},
      {
        ...changedDocument('sc58/internet-trade', 1, text, 4),
        path: `${text}b`,
        from: text,
        fate: 'renamed',
        when: text,
      },
      changedDocument('sc58/other', 8, text, 7),
    ],
    facts: [{fact: text, file: text, path: [text], before: text, after: text}],
    tasks: [{task: text, field: 'status', before: text, after: text}],
    deadlines: [{id: text, kind: text, before: text}],
    translations: [{folder: text, language: 'fr', unit: text, before: 'current', after: 'stale'}],
    templates: [{path: text, kind: 'changed'}],
    sources: [{path: text, kind: 'changed'}],
  })
}
