import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type BuildResult, build} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {repository} from '../support/content-root.ts'
import {smallDossier} from '../support/fixture-root.ts'

// The examples of docs/templates.md are run: the files that a section shows are laid over the small dossier, which is then
// built. What the page says that they print, or what it says is pointed out, is what comes of it.

const page = readFileSync(join(repository, 'docs/templates.md'), 'utf8')
const read = (path: string): string => readFileSync(join(smallDossier, path), 'utf8')
const template = (name: string): string => readFileSync(join(repository, 'templates', name), 'utf8')

interface Section {
  heading: string
  files: Map<string, string>
  /** Lines that documents or the check print. */
  shown: string[]
}

const sections = page
  .split(/^### /m)
  .slice(1)
  .map((text): Section => {
    const blocks = (kind: string): string =>
      [...text.matchAll(new RegExp(`^\`\`\`${kind}\n([\\s\\S]*?)^\`\`\``, 'gm'))]
        .map(([, block]) => block)
        .join('')
    const files = blocks('yaml')
      .split(/^# (?=templates\/)/m)
      .slice(1)
      .map((file): [string, string] => [
        file.slice(0, file.indexOf('\n')),
        file.slice(file.indexOf('\n') + 1),
      ])
    return {
      heading: text.slice(0, text.indexOf('\n')),
      files: new Map(files),
      shown: blocks('text').trim().split('\n'),
    }
  })

const document = 'documents/sc58/bear-trade/document.yaml'
const body = (language: string): string => `documents/sc58/bear-trade/body.${language}.md`
const words = (language: string): string => `documents/decisions/bear-trade/decisions.${language}.yaml`

/** A file of the small dossier with a piece changed. */
function changed(path: string, from: string, to: string): [string, string] {
  const text = read(path)
  expect(text).toContain(from)
  return [path, text.replace(from, () => to)]
}

const annex = (title: string): string => `---\ntitle: ${title}\n---\n\nWords of the annex. ^words\n`

const resolution = (title: string, words: string): string =>
  `---\ntitle: ${title}\n---\n\n::pivot\n\n${words} ^words\n`

/** What the dossier does with what a section adds, and what else is to be seen. */
const uses: Record<string, {documents?: () => [string, string][]; seen?: (result: BuildResult) => void}> = {
  'A word of ours': {},
  'A style of ours': {
    seen: ({dossier}) =>
      expect(dossier.templates.styles['paragraph-styles'].title).toEqual({
        word: 'CITES Title',
        align: 'center',
        after: 360,
        bold: true,
      }),
  },
  'A kind of ours': {},
  'An ordinal': {},
  'A heading of agendas': {
    documents: () => [
      changed(document, 'agenda: [interpretation-and-implementation]', 'agenda: [species-trade]'),
    ],
  },
  'A document type': {
    documents: () => [
      [document, `${read(document)}annexes: [{name: annex-1, form: guidelines}]\n`],
      ['documents/sc58/bear-trade/annex-1.en.md', annex('Keeping bears')],
      ['documents/sc58/bear-trade/annex-1.fr.md', annex('Garde des ours')],
    ],
  },
  'Numbers in resolutions': {
    documents: () => [
      [document, `${read(document)}annexes: [{name: annex-1, form: draft-resolution}]\n`],
      [
        'documents/sc58/bear-trade/annex-1.en.md',
        resolution('Bears', 'RECOMMENDS that Parties count bears.'),
      ],
      [
        'documents/sc58/bear-trade/annex-1.fr.md',
        resolution('Ours', 'RECOMMANDE que les Parties comptent les ours.'),
      ],
    ],
  },
  'Numbered captions': {},
  'A body': {
    documents: () => [
      changed('documents/meetings.yaml', 'body: standing-committee', 'body: budget-committee'),
    ],
  },
  'An addressee': {
    documents: () => [
      changed(
        'documents/decisions/bear-trade/decisions.yaml',
        'addressee: secretariat',
        'addressee: range-states',
      ),
      changed(words('en'), 'The Secretariat shall:', 'Range States shall:'),
      changed(words('fr'), 'Le Secrétariat devrait:', 'Les Etats devraient:'),
      ...['en', 'fr'].map((code) => changed(body(code), '::decision{of=parties}', '::decisions')),
    ],
  },
  'An author': {
    documents: () => [changed(document, 'author: secretariat', 'author: working-group-on-bears')],
  },
  'A style and its use': {
    seen: ({outputs}) => {
      const html = new TextDecoder().decode(outputs.get('sc58/bear-trade.en.html')?.bytes)
      expect(html).toMatch(/class="appeal"[^>]*>TRADE IN TOY BEARS/)
      expect(html).not.toContain('OF WILD FAUNA AND FLORA')
    },
  },
  'A resolution': {
    documents: () => [
      changed(body('en'), 'is invited to note', 'is invited to note Resolution Conf.\u00a012.8,'),
    ],
  },
  'A kind of document': {
    documents: () => [
      [
        document,
        read(document)
          .replace('standing-committee-document', 'leaflet')
          .replace(/^symbol: .*\n/m, ''),
      ],
      ...['en', 'fr'].map((code): [string, string] => [body(code), annex(`Leaflet in ${code}`)]),
    ],
  },
  'One more language': {
    documents: () => [
      changed(document, 'fr: complete', 'fr: complete, pt: complete'),
      ...['phrases', 'usage', 'starters'].map((name): [string, string] => [
        `templates/${name}.pt.yaml`,
        template(`${name}.en.yaml`),
      ]),
      ['documents/meetings.pt.yaml', read('documents/meetings.en.yaml')],
      [body('pt'), read(body('en'))],
      [words('pt'), read(words('en')).replace('The Secretariat', 'O Secretariado')],
    ],
    seen: ({outputs}) => expect(outputs.has('sc58/bear-trade.pt.docx')).toBe(true),
  },
}

/** The page shows the first key of a file that is otherwise a copy, translated. */
function whole(path: string, text: string): string {
  return path === 'templates/labels.pt.yaml'
    ? template('labels.en.yaml').replace(/^language: .*\n/m, () => text)
    : text
}

test('each section with an example is used, and no other', () => {
  expect(sections.map(({heading}) => heading)).toEqual(Object.keys(uses))
  for (const {files, heading} of sections) expect(files.size, heading).toBeGreaterThan(0)
})

describe.each(sections)('$heading', ({heading, files, shown}) => {
  const {documents = () => [], seen} = uses[heading] ?? {}

  test('prints what the page says, with nothing else to report', async () => {
    const own = [...files].map(([path, text]): [string, string] => [path, whole(path, text)])
    const result = await build({root: smallDossier, changes: new Map([...own, ...documents()])})
    // The documents around an example have the same words in every language.
    const told = besideLedgers(result.messages).filter(({ruleId}) => ruleId !== 'parity-language')
    const messages = told.map(
      ({name, fatal, ruleId, reason}) => `${name}: ${fatal ? 'error' : 'warning'} ${ruleId}: ${reason}`,
    )
    const texts = [...result.outputs].filter(([path]) => path.endsWith('.txt'))
    const lines = texts.flatMap(([, {bytes}]) => new TextDecoder().decode(bytes).split('\n'))
    const printed = [...messages, ...lines].map((line) => line.replaceAll('\u00a0', ' '))
    for (const line of shown.filter((one) => one !== ''))
      expect(
        printed.some((other) => other.includes(line)),
        `${line}\n${printed.join('\n')}`,
      ).toBe(true)
    expect(messages.filter((message) => !shown.includes(message.replaceAll('\u00a0', ' ')))).toEqual([])
    seen?.(result)
  })
})
