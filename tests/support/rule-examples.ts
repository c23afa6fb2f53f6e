import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {check, checkWords} from '../../src/check/index.ts'
import {compose} from '../../src/compose/index.ts'
import {type Content, load, readContent} from '../../src/load/index.ts'
import {sortMessages} from '../../src/message/index.ts'
import {number} from '../../src/number/index.ts'
import {withTemplates} from '../../src/package-files.ts'
import {dependsOn, resolve} from '../../src/resolve/index.ts'
import {compileSchemas, validate} from '../../src/validate/index.ts'
import {repository, schemaFiles} from './content-root.ts'
import {smallDossier} from './fixture-root.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const schemas = compileSchemas(schemaFiles())

/** The small dossier with the project's glossary, in memory, loaded once. */
const {content} = await readContent(smallDossier, ['documents'])
content.set('documents/glossary.yaml', readFileSync(join(repository, 'documents/glossary.yaml')))
const base = load(await withTemplates(content))
const validBase = validate(base, schemas)

/** Lines of the front matter that stands before an example. */
const head = ['---', 'title: An example', '---', '']

/**
 * What is found in an example.
 *
 * @param kind  `md <language> [profile]`: the body of a document; `diff [final]`: lines changed in files of the small dossier
 * @returns a line for each message, with line and column in the example (`md`) or the file's name (`diff`)
 */
export function messagesOf(kind: string, text: string): string[] {
  const [form, language = 'en', profile] = kind.split(' ')
  if (form === 'diff') return reported(changedBy(text), true, language === 'final')
  const path = `documents/sc58/bear-trade/body.${language}.md`
  const changes: Content = new Map([[path, encode(`${head.join('\n')}\n${text}\n`)]])
  if (profile) {
    const meetings = new TextDecoder().decode(content.get('documents/meetings.yaml'))
    changes.set('documents/meetings.yaml', encode(meetings.replaceAll('"2007-2010"', `"${profile}"`)))
  }
  return reported(changes, false)
}

function reported(changes: Content, isWhole: boolean, isFinal = false): string[] {
  const found = sortMessages(isWhole ? everyMessage(changes, isFinal) : messagesOfWords(changes))
  return found.map(({fatal, file, line = 0, column = 0, ruleId, reason}) => {
    const place = isWhole ? `${file}:${line}` : `${line - head.length}`
    return `${place}:${column}: ${fatal ? 'error' : 'warning'} ${ruleId}: ${reason}`
  })
}

function resolved(changes: Content): {
  dossier: ReturnType<typeof resolve>['dossier']
  sources: ReturnType<typeof validate>['sources']
  messages: VFileMessage[]
} {
  const loaded = load(changes)
  const validated = validate(loaded, schemas)
  const sources = new Map(validBase.sources)
  for (const path of changes.keys()) sources.delete(path)
  for (const [path, source] of validated.sources) sources.set(path, source)
  const {dossier, messages} = resolve({...validBase, sources}, new Set([...base.paths, ...changes.keys()]))
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
    found.push(...check({plan, compositions, isFinal}))
  }
  return found
}

/** Files with the lines of a `diff` changed: a path, then lines as they stand (`-`) and as the example wants them (`+`). */
function changedBy(diff: string): Content {
  const changes: Content = new Map()
  for (const block of diff.trimEnd().split(/\n+(?=[^-+\n])/)) {
    const path = block.split('\n', 1)[0] ?? ''
    let text = `\n${new TextDecoder().decode(content.get(path))}`
    for (const [, before = '', after = ''] of block.matchAll(/((?:\n-.*)+)((?:\n\+.*)*)/g)) {
      const old = `${before.replaceAll('\n-', '\n')}\n`
      if (text.split(old).length !== 2) throw new Error(`${path} does not hold once:${old}`)
      text = text.replace(old, () => `${after.replaceAll('\n+', '\n')}\n`)
    }
    changes.set(path, encode(text.slice(1)))
  }
  return changes
}
