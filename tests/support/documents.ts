/**
 * What is built from documents/ and what must be seen of each document: the one place to touch when a document comes
 * or goes. cop15/conf-11-3 is not here: it is not made under the outcome that outcome.yaml has.
 */
export interface Expected {
  /** Codes of its languages, sorted. */
  languages: string[]
  date: string
  /** What is numbered: kinds of sequence (templates/numbering.yaml), each with its levels in use. */
  numbered: Record<string, number>
  /** Whether references to a label lead somewhere; elsewhere they name decisions that the document does not quote. */
  refers: boolean
  tables: number
  /** Room for answers: boxes of a questionnaire. */
  answers: number
  /** Styles of the blocks at the head of the cover. */
  cover: string[]
  /** Annexes as the foot of their pages names them, in English. */
  annexes: string[]
  isLandscape: boolean
}

const usual = {
  languages: ['en', 'es', 'fr'],
  refers: false,
  tables: 0,
  answers: 0,
  annexes: [],
  isLandscape: false,
}
const workshopHead = ['convention', 'rule', 'meeting']
const head = ['symbol', 'convention', 'rule', 'meeting', 'place']

/** Every document that is built, by its path. */
export const expectedDocuments: Record<string, Expected> = {
  'cop14/internet-trade': {
    ...usual,
    date: '2007-06-08',
    numbered: {decision: 3},
    cover: [...head, 'committee'],
  },
  'cop15/internet-trade': {
    ...usual,
    date: '2009-10-09',
    numbered: {paragraphs: 3, 'quoted-decision': 1, comments: 3, 'clause-list': 2, decision: 2},
    refers: true,
    tables: 1,
    cover: [...head, 'agenda'],
    annexes: ['Annex 1', 'Annex 2', 'Annex 3'],
  },
  'notifications/internet-trade': {
    ...usual,
    date: '2007-10-12',
    numbered: {paragraphs: 3, 'quoted-decision': 3},
    refers: true,
    cover: ['convention', 'rule', 'document-type', 'number-and-date', 'concerning'], // It has no symbol.
    answers: 13,
    annexes: ['Annex'],
  },
  'register/internet-trade': {
    ...usual,
    date: '2007-10-12',
    numbered: {decision: 3},
    refers: true,
    tables: 1,
    cover: ['convention', 'rule', 'meeting', 'place', 'title'], // It has no symbol.
  },
  'sc58/agenda': {
    ...usual,
    date: '2009-06-15',
    numbered: {paragraphs: 1},
    tables: 6,
    cover: [...head, 'title'],
  },
  'sc58/comments-on-workshop': {
    ...usual,
    languages: ['en'], // An information document: only in the language in which it was submitted.
    date: '2009-06-12',
    numbered: {paragraphs: 3},
    tables: 2,
    cover: [...head, 'title'],
  },
  'sc58/internet-trade': {
    ...usual,
    date: '2009-05-07',
    numbered: {paragraphs: 4, 'quoted-decision': 3},
    refers: true,
    tables: 4,
    cover: [...head, 'agenda'],
    annexes: ['Annex'], // The only one has no number.
  },
  'sc58/summary-record': {
    ...usual,
    date: '2009-07-10',
    numbered: {}, // Its paragraphs have no numbers and no lists.
    cover: [...head, 'title'],
  },
  'status/internet-trade': {
    ...usual,
    date: '2009-09-30',
    numbered: {paragraphs: 1},
    tables: 2,
    cover: ['convention', 'rule', 'title', 'place'], // It has no symbol.
    isLandscape: true,
  },
  'workshop/funding-appeal': {
    ...usual,
    date: '2008-08-04',
    numbered: {paragraphs: 2},
    tables: 2,
    cover: [...workshopHead, 'workshop-type', 'workshop-title'], // Place and dates were not known yet.
  },
  'workshop/invitation': {
    ...usual,
    date: '2008-11-17',
    numbered: {paragraphs: 2},
    tables: 4,
    cover: [...workshopHead, 'workshop-place', 'workshop-type', 'workshop-title'],
  },
  'workshop/report': {
    ...usual,
    date: '2009-03-09',
    numbered: {paragraphs: 3},
    tables: 4,
    cover: [...workshopHead, 'workshop-place', 'workshop-type', 'workshop-title'],
    annexes: ['Annex 1', 'Annex 2'],
  },
  'workshop/results': {
    ...usual,
    date: '2009-03-16',
    numbered: {paragraphs: 3},
    tables: 1,
    cover: [...workshopHead, 'workshop-place', 'workshop-type', 'workshop-title'],
  },
  'workshop/review-of-replies': {
    ...usual,
    date: '2009-02-16',
    numbered: {paragraphs: 3},
    refers: true,
    tables: 3,
    cover: [...workshopHead, 'workshop-place', 'workshop-type', 'workshop-title'],
  },
  'workshop/terms-of-reference': {
    ...usual,
    date: '2008-10-06',
    numbered: {paragraphs: 3},
    refers: true,
    tables: 1,
    cover: [...workshopHead, 'workshop-type', 'workshop-title'],
  },
}

/** Endings of the files of a document in a language. */
export const endings = ['docx', 'html', 'txt', 'units.txt']

/** The files of a document in out/: its languages by its formats. */
export function filesOfDocument(path: string): string[] {
  const languages = expectedDocuments[path]?.languages ?? usual.languages
  return languages.flatMap((code) => endings.map((ending) => `${path}.${code}.${ending}`))
}

/** Calendars of the deadlines, one a language. */
export const calendars = usual.languages.map((code) => `deadlines.${code}.ics`)

/** The register of decisions. */
export const register = 'register.json'

/** The documents that are made in more than one language. */
export const severalLanguages = Object.entries(expectedDocuments).flatMap(([path, {languages}]) =>
  languages.length > 1 ? [path] : [],
)

/** Pages about all documents, and those with the languages of one side by side. */
export const sitePages = [
  ...['index', 'decisions', 'translations', 'search', 'dashboard/index'].flatMap((name) =>
    ['html', 'fr.html', 'es.html'].map((ending) => `${name}.${ending}`),
  ),
  ...severalLanguages.map((path) => `bitext/${path}.html`),
]

/** Whether a file of out/ is such a page, whatever the dossier. */
export const isSitePage = (path: string): boolean =>
  /^(?:[a-z]+(?:\.[a-z]{2})?\.html$|bitext\/|dashboard\/)/.test(path)

/** The manifest of each document, and the one of what is about all. */
export const manifests = [
  ...Object.keys(expectedDocuments).map((path) => `${path}.manifest.json`),
  'manifest.json',
]

/** Every file that a build of everything writes into out/, but for the manifests. */
export const allOutputs = [
  ...Object.keys(expectedDocuments).flatMap(filesOfDocument),
  ...calendars,
  register,
  ...sitePages,
]

/** A document and a language, such as `sc58/internet-trade.fr`, for every one that is built. */
export const documentLanguages = Object.entries(expectedDocuments).flatMap(([path, {languages}]) =>
  languages.map((code) => `${path}.${code}`),
)
