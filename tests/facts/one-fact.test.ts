import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {
  allOutputs,
  calendars,
  register as decisions,
  expectedDocuments,
  filesOfDocument,
  isSitePage,
  severalLanguages,
} from '../support/documents.ts'

// One fact is changed in one file and everything is built: exactly the documents that state the fact are other files,
// each in its languages and formats. Every other file of out/ is the same, byte for byte.
//
// A document states what was known on its own date, and a later fact does not reach it.
const register = 'register/internet-trade'
const report = 'sc58/internet-trade'
const record = 'sc58/summary-record'
const status = 'status/internet-trade'
const proposal = 'cop15/internet-trade'
const information = 'sc58/comments-on-workshop'
const notification = 'notifications/internet-trade'
const appeal = 'workshop/funding-appeal'
const mandate = 'workshop/terms-of-reference'
const invitation = 'workshop/invitation'
const paper = 'workshop/review-of-replies'
const proceedings = 'workshop/report'
const results = 'workshop/results'
const agenda = 'sc58/agenda'
const subject = 'documents/decisions/internet-trade'

interface Case {
  fact: string
  file: string
  /** What stands in the file, once, and what is written in its place. */
  replace: string
  by: string
  /** The documents that change; all the others do not. */
  documents: string[]
  /** The files about the whole dossier that change: they tell all that is known on the date of the latest fact. */
  ofDossier?: string[]
  /** The rule that has something to say all the same. */
  warns?: string
}

const tasks: Case[] = [
  {
    fact: 'the day from which a task was completed, between the report and the status report',
    file: `${subject}/tasks.yaml`,
    replace: '- date: "2009-06-12"\n        status: completed-late',
    by: '- date: "2009-06-15"\n        status: completed-late',
    documents: [status], // The record and the proposal state the evidence, which has a date of its own.
  },
  {
    fact: 'the month in which the review began',
    file: `${subject}/tasks.yaml`,
    replace: '{date: "2008-10-06", status: in-progress',
    by: '{date: "2008-11-10", status: in-progress',
    documents: [report, proposal, paper], // The status report no longer says when a completed task began.
  },
  {
    fact: 'the day on which drafting began, after the summary record and superseded by the proposal',
    file: `${subject}/tasks.yaml`,
    replace: '{date: "2009-08-03", status: in-progress, example: true, next: submit-document}',
    by: '{date: "2009-08-17", status: in-progress, example: true, next: submit-document}',
    documents: [status],
  },
  {
    fact: 'a task that exists only under another outcome',
    file: `${subject}/tasks.yaml`,
    replace: '{date: "2009-08-03", status: in-progress, example: true, next: submit-amendment}',
    by: '{date: "2009-08-17", status: in-progress, example: true, next: submit-amendment}',
    documents: [],
  },
  {
    fact: 'the date of evidence that came after the report',
    file: `${subject}/tasks.yaml`,
    replace: '{id: results-in-three-languages, type: web, date: "2009-06-12"',
    by: '{id: results-in-three-languages, type: web, date: "2009-06-10"',
    documents: [proposal, record],
    ofDossier: [decisions],
  },
  {
    fact: 'the date of evidence that only the report mentions',
    file: `${subject}/tasks.yaml`,
    replace: '{id: press-release, type: web, date: "2009-02-20"}',
    by: '{id: press-release, type: web, date: "2009-02-19"}',
    documents: [report],
    ofDossier: [decisions],
  },
]

const replies: Case[] = [
  {
    fact: 'a reply that came after the report, as if it had come after every document',
    file: `${subject}/replies.yaml`,
    replace: '{party: example-party-23, region: africa, date: "2009-06-02"',
    by: '{party: example-party-23, region: africa, date: "2009-10-10"',
    documents: [information, record, status, proposal],
    ofDossier: [...calendars, decisions], // It is then the latest fact.
  },
  {
    fact: 'the same reply, as if it had come on the day of the report',
    file: `${subject}/replies.yaml`,
    replace: '{party: example-party-23, region: africa, date: "2009-06-02"',
    by: '{party: example-party-23, region: africa, date: "2009-05-07"',
    documents: [report], // The others count it either way.
  },
  {
    fact: 'the same reply, from another region',
    file: `${subject}/replies.yaml`,
    replace: '{party: example-party-23, region: africa,',
    by: '{party: example-party-23, region: oceania,',
    documents: [information, status], // The one table of regions that is later than the reply.
  },
]

const funds: Case[] = [
  {
    fact: 'the receipt of a pledge, as if it had come after the summary record',
    file: `${subject}/funding.yaml`,
    replace: '{date: "2009-01-19", status: received}',
    by: '{date: "2009-08-20", status: received}',
    documents: [report, record, proceedings],
  },
  {
    fact: 'a receipt, as if it had come on the day after the report',
    file: `${subject}/funding.yaml`,
    replace: '{date: "2008-09-15", status: received}',
    by: '{date: "2009-05-08", status: received}',
    documents: [report, mandate, invitation, proceedings],
    warns: 'amount-nothing', // Two of them name what had been received, which is then nothing.
  },
  {
    fact: 'the amount of a contribution made after the invitation',
    file: `${subject}/funding.yaml`,
    replace: 'amount: 15000',
    by: 'amount: 17000',
    documents: [report, record, status, proposal, proceedings],
  },
  {
    fact: 'what a task of the draft decisions would cost',
    file: `${subject}-cop15/budget.yaml`,
    replace: 'cost: 9500',
    by: 'cost: 9600',
    documents: [proposal],
  },
]

const others: Case[] = [
  {
    fact: 'a comment, as if it had come between the summary record and the proposal',
    file: `${subject}/comments.yaml`,
    replace: 'date: "2009-05-26"',
    by: 'date: "2009-07-13"',
    documents: [information, record],
  },
  {
    fact: 'the number of days before a Conference by which its documents must be there',
    file: 'templates/kinds/conference-document.yaml',
    replace: 'days-before-meeting: 150',
    by: 'days-before-meeting: 151',
    documents: [report, record, status, proposal],
    ofDossier: calendars,
  },
  {
    fact: 'the number that a decision was given after its draft',
    file: `${subject}/decisions.yaml`,
    replace: 'adopted: "14.36"',
    by: 'adopted: "14.37"',
    documents: [register, report, status, proposal, results], // The draft and the summary record do not name it.
    // The page of the summary record leads to it.
    ofDossier: [
      ...calendars,
      decisions,
      ...['en', 'es', 'fr'].map((code) => `sc58/summary-record.${code}.html`),
    ],
  },
]

const workshop: Case[] = [
  {
    fact: 'the time of a session',
    file: `${subject}/programme.yaml`,
    replace: 'starts: "09:30"',
    by: 'starts: "09:45"',
    documents: [invitation, proceedings],
  },
  {
    fact: 'the places for a category',
    file: `${subject}/workshop.yaml`,
    replace: 'category: website-owners, places: 4',
    by: 'category: website-owners, places: 5',
    documents: [invitation],
  },
  {
    fact: 'a line of the appeal, and with it the appeal',
    file: `${subject}/funding.yaml`,
    replace: 'amount: 85000\n  lines:\n    - {id: travel-of-participants, amount: 48000}',
    by: 'amount: 86000\n  lines:\n    - {id: travel-of-participants, amount: 49000}',
    documents: [appeal, invitation, proceedings, report, status, proposal],
  },
  {
    fact: 'a recommendation that is directed to somebody else',
    file: `${subject}/recommendations.yaml`,
    replace: 'addressee: donors',
    by: 'addressee: intergovernmental-organizations',
    documents: [proceedings, report],
  },
  {
    fact: 'the day on which the report was posted',
    file: `documents/${report}/document.yaml`,
    replace: 'subject: internet-trade\n',
    by: 'subject: internet-trade\nposted: [{revision: null, date: "2009-05-22"}]\n',
    documents: [agenda],
    warns: 'posted-unrecorded',
  },
  {
    fact: 'the number of the Notification',
    file: `documents/${notification}/document.yaml`,
    replace: 'number: null',
    by: 'number: "2007/032"',
    documents: [notification, appeal, mandate, invitation, paper, report, record, status, proposal],
    ofDossier: [...calendars, decisions],
  },
]

let root: string
let unchanged: Map<string, string>

beforeAll(async () => {
  root = await copyRoot('documents', 'templates')
  unchanged = await outputs()
})
afterAll(() => removeRoot(root))

/** Every file that is built, with its bytes as text; there is nothing to report but what is expected. */
async function outputs(warns?: string): Promise<Map<string, string>> {
  const result = await build({root})
  expect([...new Set(result.messages.map(({ruleId}) => ruleId))]).toEqual(warns ? [warns] : [])
  return new Map([...result.outputs].map(([path, {bytes}]) => [path, Buffer.from(bytes).toString('latin1')]))
}

test('the documents that are built are those expected, each with its date, in its languages and formats', async () => {
  expect([...unchanged.keys()].sort()).toEqual([...allOutputs].sort())
  for (const [document, {date}] of Object.entries(expectedDocuments)) {
    const text = await readFile(join(root, `documents/${document}/document.yaml`), 'utf8')
    expect(/^date: "(.+)"$/m.exec(text)?.[1], document).toBe(date)
  }
})

const cases = [...tasks, ...replies, ...funds, ...others, ...workshop].map(
  (each) => [each.fact, each] as const,
)

describe.each(cases)('%s', (_fact, {file, replace, by, documents, ofDossier = [], warns}) => {
  test(`changes ${[...documents, ...ofDossier].join(', ') || 'nothing'}`, async ({onTestFinished}) => {
    const path = join(root, file)
    const text = await readFile(path, 'utf8')
    expect(text.split(replace), `“${replace}” stands once in ${file}`).toHaveLength(2)
    onTestFinished(() => writeFile(path, text))
    await writeFile(path, text.replace(replace, by))

    const after = await outputs(warns)
    expect([...after.keys()]).toEqual([...unchanged.keys()])
    const changed = [...after.keys()].filter((name) => after.get(name) !== unchanged.get(name))
    // Pages about all documents print many facts; those of one document change when it does.
    const bitexts = documents
      .filter((one) => severalLanguages.includes(one))
      .map((one) => `bitext/${one}.html`)
    expect(changed.filter((name) => !isSitePage(name) || name.startsWith('bitext/')).sort()).toEqual(
      [...documents.flatMap(filesOfDocument), ...bitexts, ...ofDossier].sort(),
    )
  })
})
