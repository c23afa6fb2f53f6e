import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {checkContent} from '../../src/content.ts'
import {caps} from '../../src/load/index.ts'
import {story} from '../support/story.ts'

// A few lines whose words name words that name words again. What they become is counted while it is made: it ends soon,
// with one message at the words, and on every machine at the same of them.

const facts = 'documents/decisions/internet-trade'
const document = 'sc58/internet-trade'
const read = (path: string): string => readFileSync(join(story, path), 'utf8')

/** What is said of a document of the story with some files changed. */
async function said(
  changes: Record<string, string>,
  rule: string = caps.madePieces.rule,
  documents: readonly string[] = [document],
): Promise<string[]> {
  const {messages} = await checkContent({
    root: story,
    documents,
    languages: ['en'],
    changes: new Map(Object.entries(changes)),
  })
  return messages
    .filter(({ruleId}) => ruleId === rule)
    .map(({file, line, reason}) => `${file}:${line} ${reason}`)
}

const sixty = (name: string): string => JSON.stringify(Array(60).fill(`:fact[workshop-${name}]`).join(' '))

test('facts that hold facts sixty times, four deep', async () => {
  const names = {title: 'venue', venue: 'city', city: 'country', country: 'host'}
  let words = read(`${facts}/workshop.en.yaml`)
  for (const [key, name] of Object.entries(names))
    words = words.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${sixty(name)}`)
  expect(await said({[`${facts}/workshop.en.yaml`]: words})).toEqual([
    `${facts}/workshop.en.yaml:4 With what these words name they would become more than 5000 pieces: they name facts or titles whose words name others again. Take some of the names out of them.`,
  ])
})

test('titles that hold the next one twice, twenty-six of them', async () => {
  const changes: Record<string, string> = {}
  for (let at = 0; at < 26; at++) {
    const next = `:document[sc58/title-${at + 1}]{form=title}`
    const title = at < 25 ? `${next} and ${next}` : 'A title'
    changes[`documents/sc58/title-${at}/document.yaml`] = read(`documents/${document}/document.yaml`)
      .replace('number: null', `number: "${200 + at}"`)
      .replace(/^requires: .*$/m, '')
      .replace(/^languages: .*$/m, 'languages: {en: complete}')
    changes[`documents/sc58/title-${at}/body.en.md`] = `---\ntitle: "${title}"\n---\n\nWords.\n`
  }
  const body = `documents/${document}/body.en.md`
  changes[body] = `${read(body)}\nSee :document[sc58/title-0]{form=title}.\n`
  const messages = await said(changes)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatch(/^documents\/sc58\/title-\d+\/body\.en\.md:2 With what these words name/)
})

test('one short title, named as often as a file can name it, is not too much', async () => {
  const body = `documents/${document}/body.en.md`
  const names = Array(60).fill(`:document[${document}]{form=number}`).join(' ')
  expect(await said({[body]: `${read(body)}\n${`${names}\n\n`.repeat(40)}`})).toEqual([])
})

test('a decision that is quoted as often as a file can quote it', async () => {
  const body = `documents/${document}/body.en.md`
  const messages = await said({[body]: `${read(body)}\n${'\n::decision{of=secretariat}\n'.repeat(3500)}`})
  expect(messages).toHaveLength(1)
})

test('a phrase that repeats a name, printed again and again', async () => {
  const body = `documents/${document}/body.en.md`
  const dates = `${Array(60).fill(':date[workshop.press-release]').join(' ')}\n\n`.repeat(25)
  const messages = await said({
    'templates/phrases.en.yaml': `date: "${'{day}'.repeat(900)} {month} {year}"\n`,
    [body]: `${read(body)}\n${dates}`,
  })
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatch(/Here the document has become more than 100000 pieces/)
})

test('a quotation that is nearly each of many texts', async () => {
  const words = `${facts}/decisions.en.yaml`
  const quoting = 'sc58/quoting'
  const messages = await said(
    {
      [words]: read(words).replace(/: ".*"$/gm, () => `: "${'the '.repeat(3900)}"`),
      [`documents/${quoting}/document.yaml`]: read(`documents/${document}/document.yaml`)
        .replace('number: null', 'number: "200"')
        .replace(/^(?:requires|annexes): .*$/gm, '')
        .replace(/^languages: .*$/m, 'languages: {en: complete}'),
      [`documents/${quoting}/body.en.md`]: `---\ntitle: A title\n---\n\n> ${'… the '.repeat(1800)}x\n`,
    },
    caps.comparedWords.rule,
    [quoting],
  )
  expect(messages).toEqual([
    `documents/${quoting}/body.en.md:5 Here the quotations of this document are more than can be compared with the texts that they may be of. Write “::decision” or “::text” instead of those that the dossier has, or split the document.`,
  ])
})
