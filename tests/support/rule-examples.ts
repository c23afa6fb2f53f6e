import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {check, checkPairs, checkWords} from '../../src/check/index.ts'
import {compose} from '../../src/compose/index.ts'
import {type Content, load, readContent} from '../../src/load/index.ts'
import {sortMessages} from '../../src/message/index.ts'
import {number} from '../../src/number/index.ts'
import {readTemplates} from '../../src/package-files.ts'
import {dependsOn, resolve} from '../../src/resolve/index.ts'
import {compileSchemas, validate} from '../../src/validate/index.ts'
import {repository, schemaFiles} from './content-root.ts'
import {smallDossier} from './fixture-root.ts'
import {story} from './story.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const schemas = compileSchemas(schemaFiles())

/** The small dossier with the project's glossary, in memory, loaded once. */
const {content} = await readContent(smallDossier, ['documents'])
// Facts in Spanish, so that examples in that language have them too; the documents are in the other two.
const inSpanish = await readContent(join(repository, 'tests/fixtures/small-dossier-es'), ['documents'])
for (const [path, bytes] of inSpanish.content) content.set(path, bytes)
content.set('documents/glossary.yaml', readFileSync(join(story, 'documents/glossary.yaml')))
const everything: Content = new Map([...(await readTemplates()), ...content])
const base = load(everything)
const validBase = validate(base, schemas)

/** Lines of the front matter that stands before an example. */
const head = ['---', 'title: An example', '---', '']

/**
 * What is found in an example.
 *
 * @param kind  `md <language> [profile|annexes-2]`: the body of a document, which has that many annexes; `resolution <language> [without-costs|profile]`: a draft resolution in the
 *   first annex of a document for the Conference, whose second one has the costs; `diff [final]`: lines changed in files of the small
 *   dossier or in templates; `pair <original> <language> [drafting]`: a body and, behind a line `===`, its translation;
 *   `pair-yaml …`: the same of the words of the decisions
 * @returns a line for each message, with line and column in the example, or in the file (`diff`)
 */
export function messagesOf(kind: string, text: string): string[] {
  const [form, language = 'en', profile] = kind.split(' ')
  if (form === 'pair' || form === 'pair-yaml') {
    const [, original = 'en', code = 'fr', state] = kind.split(' ')
    const [first = '', second = ''] = text.split(/^===$/m)
    return ofPair({original, language: code, state}, [first.trim(), second.trim()], form === 'pair-yaml')
  }
  if (form === 'diff') return reported(changedBy(text), undefined, language === 'final')
  if (form === 'resolution') return reported(resolution(language, text, profile), `annex-1.${language}.md`)
  const path = `documents/sc58/bear-trade/body.${language}.md`
  const changes: Content = new Map([[path, encode(`${head.join('\n')}\n${text}\n`)]])
  const annexes = Number(/^annexes-(\d)$/.exec(profile ?? '')?.[1] ?? 0)
  if (annexes > 0) {
    const names = Array.from({length: annexes}, (_, index) => `annex-${index + 1}`)
    const yaml = new TextDecoder().decode(content.get(`${folder}/document.yaml`))
    changes.set(`${folder}/document.yaml`, encode(`${yaml}annexes: [${names.join(', ')}]\n`))
    for (const name of names)
      for (const code of ['en', 'fr', language])
        changes.set(`${folder}/${name}.${code}.md`, encode(`${head.join('\n')}\nA. ^${name}-words\n`))
  } else if (profile) {
    const meetings = new TextDecoder().decode(content.get('documents/meetings.yaml'))
    changes.set('documents/meetings.yaml', encode(meetings.replaceAll('"2007-2010"', `"${profile}"`)))
  }
  return linesOf(messagesOfWords(changes), path)
}

const titles: Record<string, string> = {en: 'An example', fr: 'Un exemple', es: 'Un ejemplo'}

/** What is said of a translation beside its original: by the rules about pairs, and about its own words. */
function ofPair(
  {original, language, state = 'complete'}: {original: string; language: string; state?: string | undefined},
  [first, second]: [string, string],
  isYaml: boolean,
): string[] {
  const yaml = new TextDecoder()
    .decode(content.get(`${folder}/document.yaml`))
    .replace(/^original: .*$/m, `original: ${original}`)
    .replace(/^languages: .*$/m, `languages: {${original}: complete, ${language}: ${state}}`)
  const file = (code: string): string =>
    isYaml ? `documents/decisions/bear-trade/decisions.${code}.yaml` : `${folder}/body.${code}.md`
  const written = (words: string, code: string): Uint8Array =>
    encode(isYaml ? `${words}\n` : `---\ntitle: ${titles[code]}\n---\n\n${words}\n`)
  const changes: Content = new Map([
    [`${folder}/document.yaml`, encode(yaml)],
    [file(original), written(first, original)],
    [file(language), written(second, language)],
  ])
  const {dossier, sources, messages} = resolved(changes)
  const path = file(language)
  const own = messages.filter(({file: at = '', ruleId}) => at === path && ruleId !== 'language-stray')
  const isWanted = (other: string): boolean => other === path
  const found = [...own, ...checkWords(dossier, sources, isWanted), ...checkPairs(dossier, isWanted)]
  return linesOf(found, isYaml ? undefined : path)
}

/** What a check of the whole dossier says; lines of the example where its file is given. */
function reported(changes: Content, example?: string, isFinal = false): string[] {
  return linesOf(everyMessage(changes, isFinal), example)
}

function linesOf(messages: readonly VFileMessage[], example?: string): string[] {
  return sortMessages(messages).map(({fatal, file = '', line = 0, column = 0, ruleId, reason}) => {
    const place = example && file.endsWith(example) ? `${line - head.length}` : `${file}:${line}`
    return `${place}:${column}: ${fatal ? 'error' : 'warning'} ${ruleId}: ${reason}`
  })
}

const folder = 'documents/sc58/bear-trade'

/** A document for the Conference in one language that proposes a resolution, with what it costs. */
function resolution(language: string, text: string, more: string | undefined): Content {
  const hasCosts = more !== 'without-costs'
  const file = (words: string): Uint8Array => encode(`${head.join('\n')}\n${words}\n`)
  const document = {
    kind: 'conference-document',
    meeting: 'cop14',
    symbol: {number: '12', revision: null},
    agenda: ['interpretation-and-implementation'],
    author: 'secretariat',
    date: '2007-01-04',
    original: language,
    languages: {[language]: 'complete'},
    subject: 'bear-trade',
    ...(more && hasCosts ? {profile: more} : {}),
    annexes: [
      {name: 'annex-1', form: 'draft-resolution'},
      ...(hasCosts ? [{name: 'annex-2', form: 'budget'}] : []),
    ],
  }
  const budget = {
    date: '2007-01-04',
    currency: 'USD',
    activities: [{id: 'survey', provision: 'parties.publish', cost: 100, source: 'core', days: 1}],
  }
  const decisions = 'documents/decisions/bear-trade'
  const costs: [string, Uint8Array][] = [
    [`${folder}/annex-2.${language}.md`, file('The table shows the cost. ^cost\n\n::budget')],
    [`${decisions}/budget.yaml`, encode(JSON.stringify(budget))],
    [`${decisions}/budget.${language}.yaml`, encode('activities:\n  survey: one')],
  ]
  // The costs of a proposal are asked for from CoP15 on.
  const meetings = new TextDecoder().decode(content.get('documents/meetings.yaml'))
  const later = meetings.replace('2007-06-03', '2010-03-13').replace('2007-06-15', '2010-03-25')
  return new Map([
    ['documents/meetings.yaml', encode(later)],
    [`${folder}/document.yaml`, encode(JSON.stringify(document))],
    [
      `${folder}/body.${language}.md`,
      file('## A ^introduction\n\nThe draft is annexed. ^draft\n\n## B ^recommendation'),
    ],
    ...['en', 'fr']
      .filter((code) => code !== language)
      .map((code): [string, Uint8Array] => [`${folder}/body.${code}.md`, new Uint8Array()]),
    [`${folder}/annex-1.${language}.md`, file(text)],
    ...(hasCosts ? costs : []),
  ])
}

function resolved(changes: Content): {
  dossier: ReturnType<typeof resolve>['dossier']
  sources: ReturnType<typeof validate>['sources']
  messages: VFileMessage[]
} {
  // A file without a byte is taken away.
  const removed = new Set([...changes].flatMap(([path, {length}]) => (length === 0 ? [path] : [])))
  const loaded = load(new Map([...changes].filter(([path]) => !removed.has(path))))
  const validated = validate(loaded, schemas, {templates: validBase.sources})
  const sources = new Map(validBase.sources)
  for (const path of changes.keys()) sources.delete(path)
  for (const [path, source] of validated.sources) sources.set(path, source)
  const {dossier, messages} = resolve(
    {...validBase, sources},
    new Set([...base.paths, ...changes.keys()].filter((path) => !removed.has(path))),
  )
  return {dossier, sources, messages: [...loaded.messages, ...validated.messages, ...messages]}
}

/** What the rules about words say of the changed bodies. */
function messagesOfWords(changes: Content): VFileMessage[] {
  const {dossier, sources, messages} = resolved(changes)
  const own = messages.filter(({file, ruleId}) => changes.has(file ?? '') && ruleId !== 'language-stray')
  return [...own, ...checkWords(dossier, sources, (path) => changes.has(path))]
}

/** What a check of the whole small dossier says. */
function everyMessage(changes: Content, isFinal: boolean): VFileMessage[] {
  const {dossier, sources, messages} = resolved(changes)
  const found = [...messages, ...checkWords(dossier, sources)]
  for (const plan of dossier.documents) {
    const compositions = new Map(
      plan.languages
        .filter(
          ({language}) => !found.some(({file = '', fatal}) => fatal && dependsOn(plan, language.code, file)),
        )
        .map(({language}) => {
          const composition = compose(dossier, plan, language)
          number(composition.tree, dossier.templates.numbering)
          return [language.code, composition]
        }),
    )
    for (const {messages: own} of compositions.values()) found.push(...own)
    found.push(...check({plan, compositions, isFinal, templates: dossier.templates, texts: dossier.texts}))
  }
  return found
}

/**
 * Files with the lines of a `diff` changed: a path, then lines as they stand (`-`) and as the example wants them (`+`).
 * A file that is not there is made of the lines with `+`.
 */
function changedBy(diff: string): Content {
  const changes: Content = new Map()
  for (const block of diff.trimEnd().split(/\n+(?=[^-+\n])/)) {
    const path = block.split('\n', 1)[0] ?? ''
    if (!everything.has(path)) {
      changes.set(
        path,
        encode(
          `${block
            .split('\n')
            .slice(1)
            .map((line) => line.slice(1))
            .join('\n')}\n`,
        ),
      )
      continue
    }
    let text = `\n${new TextDecoder().decode(everything.get(path))}`
    for (const [, before = '', after = ''] of block.matchAll(/((?:\n-.*)+)((?:\n\+.*)*)/g)) {
      const old = `${before.replaceAll('\n-', '\n')}\n`
      if (text.split(old).length !== 2) throw new Error(`${path} does not hold once:${old}`)
      text = text.replace(old, () => `${after.replaceAll('\n+', '\n')}\n`)
    }
    changes.set(path, encode(text.slice(1)))
  }
  return changes
}
