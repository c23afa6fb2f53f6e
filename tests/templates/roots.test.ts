import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import {type BuildResult, build} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {repository} from '../support/content-root.ts'
import {smallDossier} from '../support/fixture-root.ts'

// What a root costs that wants one thing of its own: a handful of lines, and no copy of ours. And what becomes of a root
// of an earlier version, whose files took the place of ours as a whole.

const read = (path: string): string => readFileSync(join(smallDossier, path), 'utf8')
const ours = (path: string): string => readFileSync(join(repository, path), 'utf8')
const document = 'documents/sc58/bear-trade/document.yaml'

const labels = (key: string, words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).map(([code, line]) => [`templates/labels.${code}.yaml`, `${key}\n  ${line}\n`]),
  )

interface Wish {
  templates: Record<string, string>
  documents: Record<string, string>
  /** What is printed in English and French. */
  printed: [string, string]
}

const wishes: Record<string, Wish> = {
  'one ordinal': {
    templates: labels('ordinals:', {
      fr: '"58": {word: Cinquante huitième}',
    }),
    documents: {},
    printed: [
      'Fifty-eighth meeting of the Standing Committee',
      'Cinquante huitième session du Comité permanent',
    ],
  },
  'one addressee': {
    templates: {
      'templates/actors.yaml': `hunters:
  en: {directed-to: Directed to hunters, decisions-begin: [Hunters]}
  fr: {directed-to: "A l'adresse des chasseurs", decisions-begin: [Les chasseurs]}
  es: {directed-to: Dirigida a los cazadores, decisions-begin: [Los cazadores]}
`,
    },
    documents: {
      'documents/decisions/bear-trade/decisions.yaml': read(
        'documents/decisions/bear-trade/decisions.yaml',
      ).replace('addressee: secretariat', 'addressee: hunters'),
      ...Object.fromEntries(
        [
          ['en', 'The Secretariat shall:', 'Hunters shall:'],
          ['fr', 'Le Secrétariat devrait:', 'Les chasseurs devraient:'],
        ].flatMap(([code, from = '', to = '']) => {
          const words = `documents/decisions/bear-trade/decisions.${code}.yaml`
          const body = `documents/sc58/bear-trade/body.${code}.md`
          return [
            [words, read(words).replace(from, to)],
            [body, read(body).replace('::decision{of=parties}', '::decisions')],
          ]
        }),
      ),
    },
    printed: ['Directed to hunters', "A l'adresse des chasseurs"],
  },
  'one author': {
    templates: {
      'templates/actors.yaml': `bearland:
  as-author: party
  en: {name: Bearland}
  fr: {name: Oursonie, within: l'Oursonie}
  es: {name: Osonia}
`,
    },
    documents: {[document]: read(document).replace('author: secretariat', 'author: bearland')},
    printed: [
      'This document has been submitted by Bearland[*].',
      "Le présent document a été soumis par l'Oursonie[*].",
    ],
  },
  'one word of ours': {
    templates: labels('agenda-headings:', {
      en: 'interpretation-and-implementation: Interpretation matters',
      fr: "interpretation-and-implementation: Questions d'interprétation",
      es: 'interpretation-and-implementation: Cuestiones de interpretación',
    }),
    documents: {},
    printed: ['Interpretation matters', "Questions d'interprétation"],
  },
}

const textOf = ({outputs}: BuildResult, language: string): string =>
  new TextDecoder().decode(outputs.get(`sc58/bear-trade.${language}.txt`)?.bytes).replaceAll('\u00a0', ' ')
const changes = (...files: Record<string, string>[]): Map<string, string> =>
  new Map(files.flatMap((file) => Object.entries(file)))

describe.each(Object.entries(wishes))(
  'a root with %s of its own',
  (_name, {templates, documents, printed}) => {
    test('builds, with a handful of lines and nothing copied', async () => {
      const result = await build({root: smallDossier, changes: changes(templates, documents)})
      expect(besideLedgers(result.messages).map(String)).toEqual([])
      expect(textOf(result, 'en')).toContain(printed[0])
      expect(textOf(result, 'fr')).toContain(printed[1])
      const lines = Object.values(templates).flatMap((text) => text.trim().split('\n'))
      expect(lines.length).toBeLessThanOrEqual(6)
      for (const [path, text] of Object.entries(templates))
        expect(ours(path), path).not.toContain(text.trim())
    })
  },
)

const bytesOf = ({outputs}: BuildResult): string[] =>
  [...outputs].map(([path, {bytes}]) => `${path} ${Buffer.from(bytes).toString('base64')}`).sort()

test('a root with a copy of every template builds the same bytes as one with none', async () => {
  const paths = [
    'labels.en',
    'labels.fr',
    'phrases.en',
    'usage.fr',
    'actors',
    'styles',
    'numbering',
    'instruments',
  ]
  const kinds = ['standing-committee-document', 'agenda'].map((name) => `kinds/${name}`)
  const copies = [...paths, ...kinds, 'profiles/2007-2010'].map((name) => `templates/${name}.yaml`)
  // Another form of the same, so that it is merged and not known for a copy.
  const written = copies.map((path): [string, string] => [path, stringify(parse(ours(path)))])
  const [none, all] = [
    await build({root: smallDossier}),
    await build({root: smallDossier, changes: new Map(written)}),
  ]
  expect(all.messages.map(String)).toEqual([])
  expect(bytesOf(all)).toEqual(bytesOf(none))
})

describe('a root of an earlier version', () => {
  /** Labels as they were: with bodies, addressees and actors, those of the root among them. */
  const earlier = (code: string): string => {
    const actors = parse(ours('templates/actors.yaml')) as Record<
      string,
      Record<string, Record<string, string>>
    >
    const own = Object.entries(actors).map(([id, languages]) => [id, languages[code] ?? {}] as const)
    const having = (form: string): Record<string, Record<string, string>> =>
      Object.fromEntries(own.filter(([, forms]) => forms[form] !== undefined))
    const pick = (form: string): [string, string][] =>
      Object.entries(having(form)).map(([id, forms]) => [id, forms[form] ?? ''])
    return stringify({
      ...parse(ours(`templates/labels.${code}.yaml`)),
      bodies: Object.fromEntries(pick('of-the').map(([id, words]) => [id, {name: words, 'of-the': words}])),
      addressees: Object.fromEntries(pick('directed-to')),
      actors: {
        ...Object.fromEntries(
          Object.entries(having('the')).map(([id, {name, the, gender}]) => [id, {name, the, gender}]),
        ),
        bearland: {name: 'Bearland', the: 'Bearland', gender: 'neuter'},
      },
    })
  }

  test('is told of each key that is to be moved, with the line to write', async () => {
    const files = ['en', 'fr', 'es'].map((code): [string, string] => [
      `templates/labels.${code}.yaml`,
      earlier(code),
    ])
    const {messages} = await build({root: smallDossier, changes: new Map(files)})
    const said = messages.map(({file, ruleId, reason}) => `${file} ${ruleId} ${reason}`)
    expect(said).toEqual(
      ['en', 'es', 'fr'].flatMap((code) => [
        `templates/labels.${code}.yaml template-moved The key “bodies” has its place in templates/actors.yaml now. It says the same: delete the key here.`,
        `templates/labels.${code}.yaml template-moved The key “addressees” has its place in templates/actors.yaml now. It says the same: delete the key here.`,
        `templates/labels.${code}.yaml template-moved The key “actors” has its place in templates/actors.yaml now. Write there “bearland: {${code}: {name: "Bearland", the: "Bearland", gender: neuter}}”, and delete the key here.`,
      ]),
    )
  })

  test('builds once that is done', async () => {
    const files = ['en', 'fr', 'es'].map((code): [string, string] => {
      const {bodies, addressees, actors, ...others} = parse(earlier(code))
      return [`templates/labels.${code}.yaml`, stringify(others)]
    })
    const lines = ['en', 'fr', 'es'].map(
      (code) => `  ${code}: {name: "Bearland", the: "Bearland", gender: neuter}`,
    )
    const actors: [string, string] = ['templates/actors.yaml', `bearland:\n${lines.join('\n')}\n`]
    const author: [string, string] = [
      document,
      read(document).replace('author: secretariat', 'author: bearland'),
    ]
    const result = await build({root: smallDossier, changes: new Map([...files, actors, author])})
    expect(result.messages.map(String)).toEqual([])
    expect(textOf(result, 'en')).toContain('submitted by Bearland.')
  })
})
