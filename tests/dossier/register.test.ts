import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {factsOf} from '../support/facts.ts'
import {faultsBySchema} from '../support/output-schema.ts'
import {story} from '../support/story.ts'

// out/register.json against the YAML files that it is made from.
const subjects = ['internet-trade', 'internet-trade-cop15']
const languages = ['en', 'es', 'fr']
const latestFact = '2009-10-09'

interface Provision {
  id: string
  label: string
  text: Record<string, string>
  status: string | null
  'status-example'?: true
  evidence: {id: string; type: string; date: string; example?: true; words: Record<string, string>}[]
  provisions: Provision[]
}
interface Decision extends Omit<Provision, 'label'> {
  'as-of': string
  number: string | null
  example?: true
  addressee: string
  source: string
}
interface Facts {
  decisions: {
    id: string
    labels: {adopted: string | null; example?: boolean}
    addressee: string
    source: {document: string}
    provisions?: {id: string; provisions?: {id: string}[]}[]
  }[]
}
interface Tasks {
  tasks: {
    provision?: string
    entries: {status: string; example?: boolean; evidence?: {id: string; type: string; date: string}[]}[]
  }[]
}

let text: string
let register: Decision[]
beforeAll(async () => {
  text = await readFile(join(story, 'out/register.json'), 'utf8')
  register = JSON.parse(text) as Decision[]
})

const factsBy = new Map(
  subjects.map((id) => [id, factsOf<Facts>(`documents/decisions/${id}/decisions.yaml`)]),
)

/** The provisions of a decision and those below them, in their order. */
function all(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => [provision, ...all(provision.provisions)])
}

test('it obeys its schema, and so do the examples of the schema', () => {
  expect(faultsBySchema('register', register)).toEqual({value: [], examples: []})
})

test('keys are sorted, lines end with a line feed, and nothing else is in the bytes', () => {
  const sorted = JSON.stringify(
    register,
    (_key, value) =>
      typeof value === 'object' && !Array.isArray(value) && value !== null
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((key) => [key, value[key]]),
          )
        : value,
    2,
  )
  expect(text).toBe(`${sorted}\n`)
})

test('every decision of every subject is there, with its number, addressee and source', () => {
  const expected = [...factsBy].flatMap(([subject, {decisions}]) =>
    decisions.map(({id, labels, addressee, source}) => ({
      id: `${subject}/${id}`,
      'as-of': latestFact,
      number: labels.adopted,
      example: labels.example,
      addressee,
      source: source.document,
    })),
  )
  expect(expected.map(({number}) => number)).toEqual(['14.35', '14.36', null, null])
  expect(
    register.map(({id, 'as-of': asOf, number, example, addressee, source}) => ({
      id,
      'as-of': asOf,
      number,
      example,
      addressee,
      source,
    })),
  ).toEqual(expected)
})

test('provisions are lettered as the documents print them', () => {
  expect(all(register[0]?.provisions ?? []).map(({id, label}) => `${label} ${id}`)).toEqual([
    'a) ask-parties',
    'i) nature-and-extent',
    'ii) perceived-problems',
    'iii) effectiveness-of-measures',
    'iv) changes-in-routes',
    'b) review-replies',
    'c) convene-workshop',
    'd) publish-results',
    'e) report',
  ])
  for (const [subject, {decisions}] of factsBy)
    for (const decision of decisions)
      expect(
        all(register.find(({id}) => id === `${subject}/${decision.id}`)?.provisions ?? []).map(({id}) => id),
      ).toEqual(
        (decision.provisions ?? []).flatMap((each) => [
          each.id,
          ...(each.provisions ?? []).map(({id}) => id),
        ]),
      )
})

test.each(languages)('the words in %s are those of the words files', (code) => {
  for (const subject of subjects) {
    const {decisions} = factsOf<{
      decisions: Record<string, {text: string; provisions?: Record<string, string>}>
    }>(`documents/decisions/${subject}/decisions.${code}.yaml`)
    for (const [id, words] of Object.entries(decisions)) {
      const decision = register.find((each) => each.id === `${subject}/${id}`)
      expect(Object.keys(decision?.text ?? {})).toEqual(languages)
      const printed = [
        decision?.text[code],
        ...all(decision?.provisions ?? []).map((each) => each.text[code]),
      ]
      // A raised letter is a letter, and a space that does not break stays one.
      const written = [words.text, ...Object.values(words.provisions ?? {})].map((each) =>
        each.replaceAll(/:sup\[(.*?)\]/g, '$1'),
      )
      expect(printed).toEqual(written)
    }
  }
})

test('status and evidence are those of the last entries, and nobody else has any', () => {
  const {tasks} = factsOf<Tasks>('documents/decisions/internet-trade/tasks.yaml')
  const units = register.flatMap(({id, provisions, ...decision}) => [
    {reference: id, ...decision},
    ...all(provisions).map((provision) => ({reference: `${id}.${provision.id}`, ...provision})),
  ])
  const told = units.map(({reference, status, 'status-example': isExample, evidence}) => ({
    reference,
    status,
    isExample,
    evidence: evidence.map(({id, type, date}) => ({id, type, date})),
  }))
  const expected = units.map(({reference}) => {
    const task = tasks.find(({provision}) => `internet-trade/${provision}` === reference)
    const last = task?.entries.at(-1)
    return {
      reference,
      status: last?.status ?? null,
      isExample: last?.example,
      evidence: (task?.entries ?? [])
        .flatMap(({evidence = []}) => evidence)
        .map(({id, type, date}) => ({id, type, date})),
    }
  })
  expect(told).toEqual(expected)
  expect(told.filter(({status}) => status !== null)).toHaveLength(6)
})

test('evidence whose words name an example is an example, though its own record is not', () => {
  const evidence = register[0]?.provisions[0]?.evidence[0]
  // Spaces that do not break are spaces here.
  expect(JSON.parse(JSON.stringify(evidence).replaceAll('\u00a0', ' '))).toEqual({
    id: 'notification-issued',
    type: 'notification',
    date: '2007-10-12',
    example: true,
    words: {
      en: 'Notification to the Parties No. XX of 12 October 2007°',
      es: 'Notificación a las Partes No. XX, de 12 de octubre de 2007°',
      fr: 'notification aux Parties no XX du 12 octobre 2007°',
    },
  })
  const workshop = register[0]?.provisions.find(({id}) => id === 'convene-workshop')
  expect(workshop?.evidence.map(({example}) => example)).toEqual([undefined, undefined])
})
