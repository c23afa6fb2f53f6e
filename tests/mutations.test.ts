import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {isScalar} from 'yaml'
import {check} from '../src/index.ts'
import {readContent} from '../src/load/index.ts'
import {
  copyRoot,
  findingsOf,
  removeRoot,
  type Sources,
  schemaFiles,
  sourcesOf,
} from './support/content-root.ts'
import {type Mutation, mutationsOf, type Site, sitesOf} from './support/mutate.ts'
import {wordsByUse} from './support/printed-words.ts'

// Its templates are those of the package and must be complete, as in the project itself. What a root changes of them is
// looked at in tests/templates/.
vi.mock('../src/package-files.ts', async (original) => ({
  ...(await original<typeof import('../src/package-files.ts')>()),
  readTemplates: async () => (await readContent(root, ['templates'])).content,
}))

// Its limit of time starts a clock for each call, and is looked at in tests/hostile/backstop.test.ts.
vi.mock('../src/load/time-limit.ts', () => ({
  mapWithin: <Item, Result>(items: readonly Item[], work: (item: Item) => Result) => items.map(work),
}))

let root: string
let base: Sources
let unprinted: Set<string>
const schemas = schemaFiles()
beforeAll(async () => {
  root = await copyRoot('documents', 'templates')
  base = await sourcesOf(root)
  unprinted = wordsByUse(base).unprinted
})
afterAll(() => removeRoot(root))

type Json = {[key: string]: Json} & {required?: string[]}

/** What the schema says of a key: that it must be there, that it may, or that it is a word (a key of a dictionary). */
function standingOf({path, pointer}: Site): 'required' | 'optional' | 'word' {
  // Not every actor has each form, but one that it has in a language it has in all.
  if (path === 'templates/actors.yaml' && !/^(?:within|directed-to-several)$/.test(String(pointer.at(-1))))
    return 'word'
  const files = schemas as unknown as Map<string, Json>
  const whole = files.get(base.validated.schemaOf.get(path) ?? '')
  let schema = whole
  for (const [index, step] of pointer.entries()) {
    while (schema?.$ref) {
      const [file = '', name = ''] = String(schema.$ref).split('#/$defs/')
      schema = (file === '' ? whole : files.get('definitions'))?.$defs?.[name]
    }
    const named = schema?.properties?.[step]
    if (index === pointer.length - 1 && named)
      return schema?.required?.includes(step) ? 'required' : 'optional'
    schema = named ?? schema?.items ?? schema?.additionalProperties
  }
  return 'word'
}

const nameOf = ({what, site}: Mutation): string => `${site.path} ${what} ${site.pointer.join('/')}`

const inEnglishOnly = 'the document that lists them is in English only'

/**
 * Words that no document prints, by their place in the file of each language. They are asked for where they are
 * printed; until then nothing is wrong when they are deleted, unless a schema says that they must be there.
 */
const wordsWithoutDocument = {
  [inEnglishOnly]: [
    'internet-trade/comments senders/example-company-a',
    'internet-trade/comments senders/example-organization-a',
    'internet-trade/comments senders/example-party-a',
    'internet-trade/comments senders/example-party-b',
  ],
  'they came after every document that lists them': [
    'internet-trade/funding donors/example-donor-b',
    'internet-trade/funding donors/example-donor-c',
  ],
  'they belong to another outcome: under one of them cop15/conf-11-3 would be made, which is dormant': [
    'internet-trade/outcome measures/collect-best-practices',
    'internet-trade/outcome measures/exchange-information',
    'internet-trade/outcome measures/remind-parties',
    'internet-trade/tasks tasks/amendment/action',
    'internet-trade/tasks tasks/amendment/evidence/amendment-submitted',
    'internet-trade/tasks tasks/amendment/next/begin-amendment',
    'internet-trade/tasks tasks/amendment/next/submit-amendment',
    'internet-trade/tasks tasks/further-measures/action',
    'internet-trade/tasks tasks/further-measures/next/begin-measures',
    'internet-trade/tasks tasks/further-measures/next/complete-measures',
  ],
  'no document with a table of next steps is dated while this was the next one': [
    'internet-trade/tasks tasks/cop15-document/next/begin-drafting',
    'internet-trade/tasks tasks/publication/next/translate-results',
    'internet-trade/tasks tasks/report/next/introduce-report',
  ],
  'no document with a table of evidence is dated after it': [
    'internet-trade/tasks tasks/cop15-document/evidence/document-submitted',
  ],
  'nothing prints them, but a schema says that they must be there': [
    'internet-trade/decisions subject',
    'internet-trade/tasks tasks/cop15-document/action',
    'internet-trade-cop15/decisions subject',
  ],
}

/** Changes after which nothing is wrong, each with the reason. */
const harmless: {why: string; holds: (change: Mutation) => boolean}[] = [
  {
    why: 'no document prints the words (see above), and no schema asks for them',
    holds: ({what, site}) => {
      if (what !== 'delete' || standingOf(site) !== 'word') return false
      const place = `${site.path} ${site.pointer.join('/')}`
      const words = [...unprinted].filter((name) => name === place || name.startsWith(`${place}/`))
      return words.length > 0 && words.length === wordsBelow(site)
    },
  },
  {
    why: 'the glossary is a list for translators: a term may still lack a language',
    holds: (change) => /glossary\.yaml delete terms\/\d+\/words\/..$/.test(nameOf(change)),
  },
  {
    why: 'a table or a fact may be there that no document prints',
    holds: (change) =>
      /facts\/.+\.yaml (?:delete|rename) (?:tables\/surveys|facts\/(?:surveys|offers-found|comments|notification-date))$/.test(
        nameOf(change),
      ),
  },
  {
    why: 'a kind may number a section that its documents do not have',
    holds: (change) => /kinds\/.+\.yaml rename sequences\/[^/]+$/.test(nameOf(change)),
  },
  {
    why: 'a kind may have a form of annexes that no document of it has',
    holds: (change) =>
      /kinds\/.+\.yaml (?:delete|rename) annex-forms\/(?:wide-table|(?<!conference-document.+)draft-resolution|revised-resolution)$/.test(
        nameOf(change),
      ),
  },
  {
    why: 'the ordinals of other numbers than those of the meetings: tests/templates/ordinals.test.ts has all of them',
    holds: (change) => /labels\...\.yaml delete ordinal-rules\/(?:ends|begins)\/\d+$/.test(nameOf(change)),
  },
  {
    why: 'a body that only other dossiers name, such as tests/fixtures/meetings, or whether its name is confirmed',
    holds: (change) =>
      /actors\.yaml (?:delete|rename) (?:animals-committee|plants-committee|nomenclature-committee|working-group|drafting-group)(?:\/..\/example)?$/.test(
        nameOf(change),
      ),
  },
  {
    why: 'an author may stand beside others, or be one; a State may have the name that the package has, and not be an author',
    holds: (change) =>
      /(?:actors\.yaml delete (?:secretariat|parties)\/as-author|parties\.yaml (?:delete|rename) .+)$/.test(
        nameOf(change),
      ),
  },
  {
    why: 'a text may still lack words in a language: a warning says so (words-missing), and an error where they are quoted',
    holds: (change) => /texts\/.+\...\.yaml delete paragraphs\/[^/]+$/.test(nameOf(change)),
  },
  {
    why: 'numbers in words are compared only where both languages have them',
    holds: (change) => /usage\...\.yaml delete numerals\/\d+$/.test(nameOf(change)),
  },
  {
    why: 'no name of the documents is in such letters, and Word has a font of its own for them',
    holds: (change) => /styles\.yaml delete writing-fonts\/..$/.test(nameOf(change)),
  },
  {
    why: 'words are confirmed when that is no longer said of them',
    holds: (change) => /phrases\...\.yaml delete unconfirmed\/[^/]+$/.test(nameOf(change)),
  },
  {
    why: 'a period need not differ in all, its symbols have names of their own, and only other dossiers have such meetings',
    holds: (change) =>
      /profiles\/(?:(?:1999-2001|2002-2006)\.yaml delete typography|(?!2007-2010).+ delete (?:only-in|symbols)|.+ rename symbols)\/[^/]+$/.test(
        nameOf(change),
      ),
  },
]

const isHarmless = (change: Mutation): boolean => harmless.some(({holds}) => holds(change))

/** How many texts stand under a key. */
function wordsBelow({path, pointer, text}: Site): number {
  const below = sitesOf(path, text).filter(({pointer: other}) =>
    pointer.every((key, at) => other[at] === key),
  )
  return below.filter(({pair}) => isScalar(pair.value)).length
}

/** Changes that are right in themselves and are reported where something else rests on them. */
const elsewhere: {why: string; of: RegExp; where: RegExp}[] = [
  {
    why: 'a language taken from a document leaves its text behind',
    of: /document\.yaml delete languages\//,
    where: /^documents\/.+\/body\.[a-z]{2}\.md$/,
  },
  {
    why: 'a body, an addressee or an author is missed where a meeting, a fact or a document names it',
    of: /actors\.yaml (?:delete|rename) [^/]+$/,
    where: /^documents\/.+\.yaml$/,
  },
  {
    why: 'a table or a fact is missed where a document calls for it',
    of: /facts\/.+\.yaml (?:delete|rename) (?:tables|facts)\/[^/]+$/,
    where: /^documents\/.+\.(?:md|yaml)$/,
  },
  {
    why: 'a style is missed where a kind, a level or another style names it',
    of: /styles\.yaml (?:delete|rename) paragraph-styles\/[^/]+$/,
    where: /^templates\/(?:kinds\/.+|numbering|styles)\.yaml$/,
  },
  {
    why: 'the numbering of a section is missed where a kind names it',
    of: /numbering\.yaml (?:delete|rename) of-kinds\/[^/]+$/,
    where: /^templates\/kinds\/.+\.yaml$/,
  },
  {
    why: 'a form of annexes is missed where a document has it',
    of: /kinds\/.+\.yaml (?:delete|rename) annex-forms\/[^/]+$/,
    where: /^documents\/.+\/document\.yaml$/,
  },
]

function isAt({fatal, file, line = 0}: VFileMessage, change: Mutation): boolean {
  if (!fatal || !file) return false
  const rule = elsewhere.find(({of}) => of.test(nameOf(change)))
  if (rule?.where.test(file)) return true
  return file === change.site.path && line >= change.lines[0] && line <= change.lines[1]
}

// The words of every language obey the same schemas and have the same keys as the English ones; so do the terms of the
// glossary, the paragraphs of texts and the States, the words with which kinds begin, the kinds and the periods of which the project has no
// document, and the records of a list after its first ones.
const ofMany = 7
const ofTerms = 21
const ofStates = 101

// Bodies and authors, styles, sequences: records of one form under names of their own.
const ofRecords = 3

/** So many records of a list are changed key by key; those after them are like these. */
const firstRecords = 3

/** Every change; of the words of the other languages, and of what is like others, one in seven or fewer. */
function* everyMutation(): Generator<Mutation> {
  for (const [path, source] of base.validated.sources) {
    // Ledgers are written by commands; what is wrong with one is in tests/messages.
    if (path.endsWith('.jsonl')) continue
    const changes = sitesOf(path, String(source.file))
      .flatMap((site) => mutationsOf(site))
      .filter(({what, site}) => what !== 'delete' || standingOf(site) !== 'optional')
    const one = oneOf(path)
    const [own, likeOthers] = [changes.filter(isOfItsOwn), changes.filter((change) => !isOfItsOwn(change))]
    yield* own.filter((_, index) => index % one === 0)
    yield* likeOthers.filter((_, index) => index % Math.max(one, ofMany) === 0)
  }
}

/** One of how many changes of a file is looked at. */
function oneOf(path: string): number {
  if (path === 'templates/parties.yaml') return ofStates
  if (path.endsWith('/glossary.yaml')) return ofTerms
  if (/^templates\/(?:actors|styles|numbering)\.yaml$/.test(path)) return ofRecords
  const isLikeOthers = /\.(?!en\.)[a-z]{2}\.(?:yaml|md)$|\/starters\.|^documents\/texts\//.test(path)
  return isLikeOthers || isUnused(path) ? ofMany : 1
}

/** Whether it stands in none of the later records of a list. */
const isOfItsOwn = ({site: {pointer}}: Mutation): boolean =>
  pointer.every((step) => !/^\d+$/.test(step) || Number(step) < firstRecords)

/** A kind or a period of which tests/fixtures have samples, and documents/ nothing. */
function isUnused(path: string): boolean {
  const [, what, name] = /^templates\/(kind|profile)s\/(.+)\.yaml$/.exec(path) ?? []
  const line = what === 'kind' ? `kind: ${name}\n` : `profile: "${name}"`
  const texts = [...base.loaded.texts].flatMap(([own, text]) => (own.startsWith('documents/') ? [text] : []))
  return name !== undefined && !texts.some((text) => text.includes(line))
}

test('every source is changed, and none has an error before', async () => {
  expect([...base.validated.sources.keys()]).toEqual([...base.content.keys()].sort())
  expect((await check({root})).messages).toEqual([])
  expect([...everyMutation()].length).toBeGreaterThan(8000)
})

test('the words that no document prints are these, in each language', () => {
  const expected = Object.entries(wordsWithoutDocument).flatMap(([why, names]) =>
    names.flatMap((name) =>
      (why === inEnglishOnly ? ['es', 'fr'] : ['en', 'es', 'fr']).map(
        (code) => `documents/decisions/${name.replace(' ', `.${code}.yaml `)}`,
      ),
    ),
  )
  expect([...unprinted].sort()).toEqual(expected.sort())
})

test('a key that is deleted, renamed or retyped is an error at its line', {timeout: 1_200_000}, () => {
  const missed: string[] = []
  for (const change of everyMutation()) {
    const found: VFileMessage[] = []
    for (const messages of findingsOf(base, change.site.path, change.text)) {
      found.push(...messages)
      if (messages.some((message) => isAt(message, change))) break
    }
    if (!found.some((message) => isAt(message, change)) && !isHarmless(change))
      missed.push(
        `${nameOf(change)}, lines ${change.lines}: ${found.map((message) => message.name).join(' ')}`,
      )
  }
  expect(missed).toEqual([])
})

const shown = ({name, ruleId, reason}: VFileMessage): string => `${name} ${ruleId} ${reason}`

test('the command finds the same as its stages: every 1000th change, on disk', {
  timeout: 300_000,
}, async () => {
  for (const [index, change] of [...everyMutation()].entries()) {
    if (index % 1000 !== 0 || isHarmless(change)) continue
    const file = join(root, change.site.path)
    await writeFile(file, change.text)
    const {messages} = await check({root})
    await writeFile(file, change.site.text)
    expect(
      messages.some((message) => isAt(message, change)),
      nameOf(change),
    ).toBe(true)
    const found = messages.map(shown)
    for (const message of [...findingsOf(base, change.site.path, change.text)].flat())
      expect(found, nameOf(change)).toContain(shown(message))
  }
})
