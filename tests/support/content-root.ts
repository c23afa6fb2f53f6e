import {readdirSync, readFileSync} from 'node:fs'
import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {VFileMessage} from 'vfile-message'
import {check, checkPairs, checkWords} from '../../src/check/index.ts'
import {type Composition, compose} from '../../src/compose/index.ts'
import {type Content, type Loaded, load, readContent} from '../../src/load/index.ts'
import {number} from '../../src/number/index.ts'
import {type DocumentPlan, type Dossier, dependsOn, resolve} from '../../src/resolve/index.ts'
import {
  compileSchemas,
  type Schema,
  type SchemaFile,
  type Validated,
  validate,
} from '../../src/validate/index.ts'
import {withRequired} from '../../src/validate/required-keys.ts'
import {story} from './story.ts'

export {story} from './story.ts'

/** The folder of the project, which is a content root itself. */
export const repository = fileURLToPath(new URL('../../', import.meta.url))

/** A copy of folders of the story (see story.ts) in a new temporary folder; the caller removes it. */
export function copyRoot(...folders: string[]): Promise<string> {
  return copyOf(story, folders)
}

/** A copy of folders of the project with whatever anybody added to them; the caller removes it. */
export function copyProject(...folders: string[]): Promise<string> {
  return copyOf(repository, folders)
}

async function copyOf(from: string, folders: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-root-'))
  for (const folder of folders) await cp(join(from, folder), join(root, folder), {recursive: true})
  return root
}

/** Removes a folder that `copyRoot` made. */
export async function removeRoot(root: string | undefined): Promise<void> {
  if (root) await rm(root, {recursive: true, force: true})
}

/** Every schema as parsed JSON with `required` written out, by its name without `.schema.json`. */
export function schemaFiles(): Map<string, SchemaFile> {
  const folder = join(repository, 'schemas')
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.schema.json'))
      .sort()
      .map((name) => [
        name.replace('.schema.json', ''),
        withRequired(JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemaFile),
      ]),
  )
}

/** Sources of a root in memory, so that thousands of changes can be looked at without the disk. */
export interface Sources {
  content: Content
  files: ReadonlyMap<string, SchemaFile>
  schemas: readonly Schema[]
  loaded: Loaded
  validated: Validated
  /** Path of the last document that a caller of `findingsOf` looked at for a file, by the path of the file. */
  stoppedAt: Map<string, string>
}

let known: Pick<Sources, 'files' | 'schemas'> | undefined

/** The schemas, compiled once however many roots are read. */
function allSchemas(): Pick<Sources, 'files' | 'schemas'> {
  if (known) return known
  const files = schemaFiles()
  known = {files, schemas: compileSchemas(files)}
  return known
}

/**
 * Reads documents/ and templates/ of a root.
 *
 * @param templates  those of the package, where the root has none of its own
 */
export async function sourcesOf(root: string, templates: Content = new Map()): Promise<Sources> {
  const {content: own} = await readContent(root, ['documents', 'templates'])
  const content = new Map([...templates, ...own])
  const {files, schemas} = allSchemas()
  const loaded = load(content)
  return {content, files, schemas, loaded, validated: validate(loaded, schemas), stoppedAt: new Map()}
}

/**
 * What `check` finds when one file has another text, one stage after the other, so that a caller may stop early.
 * Only that file is parsed and validated again: these two stages look at each file alone.
 */
export function* findingsOf(base: Sources, path: string, text: string): Generator<VFileMessage[]> {
  const loaded = load(new Map([[path, new TextEncoder().encode(text)]]))
  yield loaded.messages
  const validated = validate(loaded, base.schemas, {templates: base.validated.sources})
  yield validated.messages
  const sources = new Map(base.validated.sources)
  const source = validated.sources.get(path)
  if (source) sources.set(path, source)
  else sources.delete(path)
  const {dossier, messages} = resolve({...base.validated, sources}, base.loaded.paths, base.files)
  yield messages
  const refusing = [...loaded.messages, ...validated.messages, ...messages]
  if (refusing.length > 0) return
  // One document after the other, and one language: most callers stop at the first that prints what was changed. It
  // comes first for the next change of the file.
  const isFirst = (plan: DocumentPlan): boolean => plan.path === base.stoppedAt.get(path)
  const plans = dossier.documents.filter((plan) => isReached(plan, path))
  for (const plan of [...plans.filter(isFirst), ...plans.filter((other) => !isFirst(other))]) {
    base.stoppedAt.set(path, plan.path)
    yield* findingsOfDocument(base, dossier, plan, path)
  }
}

/** A template may reach every document, other sources those that depend on them. */
function isReached(plan: DocumentPlan, path: string, code?: string): boolean {
  const codes = code ? [code] : plan.languages.map(({language}) => language.code)
  return path.startsWith('templates/') || codes.some((own) => dependsOn(plan, own, path))
}

/** Findings of the languages of a document, that of a file first, and then those of all together. */
function* findingsOfDocument(
  base: Sources,
  dossier: Dossier,
  plan: DocumentPlan,
  path: string,
): Generator<VFileMessage[]> {
  const compositions = new Map<string, Composition>()
  const isOfFile = (code: string): boolean => path.includes(`.${code}.`)
  const codes = plan.languages.map(({language}) => language)
  for (const language of codes.toSorted((a, b) => Number(isOfFile(b.code)) - Number(isOfFile(a.code)))) {
    const known = isReached(plan, path, language.code) ? undefined : unchanged(base, plan.path, language.code)
    const composition = known ?? compose(dossier, plan, language)
    if (!known) number(composition.tree, dossier.templates.numbering)
    compositions.set(language.code, composition)
    yield composition.messages
  }
  const inOrder = new Map(codes.flatMap(({code}) => [...compositions].filter(([other]) => other === code)))
  yield check({
    plan,
    compositions: inOrder,
    isFinal: false,
    templates: dossier.templates,
    texts: dossier.texts,
  })
}

/** The dossier in which one file has other bytes, and what was found so far. */
export function resolvedWith(
  base: Sources,
  path: string,
  bytes: Uint8Array,
): {dossier: Dossier; sources: Validated['sources']; messages: VFileMessage[]} {
  const loaded = load(new Map([[path, bytes]]))
  const validated = validate(loaded, base.schemas, {templates: base.validated.sources})
  const sources = new Map(base.validated.sources)
  const source = validated.sources.get(path)
  if (source) sources.set(path, source)
  else sources.delete(path)
  const {dossier, messages} = resolve({...base.validated, sources}, base.loaded.paths, base.files)
  return {dossier, sources, messages: [...loaded.messages, ...validated.messages, ...messages]}
}

/**
 * Everything that `check` finds of one file with another text: in the file itself, between the facts, in its words, and
 * in the documents that depend on it.
 */
export function everyFinding(base: Sources, path: string, text: string, isFinal: boolean): VFileMessage[] {
  const {dossier, sources, messages} = resolvedWith(base, path, new TextEncoder().encode(text))
  const plans = dossier.documents.filter((plan) => isReached(plan, path))
  return [
    ...messages,
    ...checkWords(dossier, sources, (other) => other === path),
    ...checkPairs(dossier, (other) => other === path),
    ...plans.flatMap((plan) => {
      // A language that has nothing of the file is as it was before.
      const before = plan.languages.flatMap(({language: {code}}) => {
        const own = isReached(plan, path, code) ? undefined : unchanged(base, plan.path, code)
        return own ? [own] : []
      })
      return composedDocument(dossier, plan, {isFinal, before}).messages
    }),
  ]
}

const compositionsOf = new WeakMap<Sources, Map<string, Composition>>()

/** A document in a language as the sources stand, composed once. */
function unchanged(base: Sources, path: string, code: string): Composition | undefined {
  let compositions = compositionsOf.get(base)
  if (!compositions) {
    const {dossier} = resolve(base.validated, base.loaded.paths, base.files)
    const all = composed(dossier).flatMap((document) => [...document.compositions.values()])
    compositions = new Map(all.map((own) => [`${own.plan.path} ${own.language.code}`, own]))
    compositionsOf.set(base, compositions)
  }
  return compositions.get(`${path} ${code}`)
}

/**
 * Every document of a dossier in every language, numbered and checked.
 *
 * @param beforeCheck  given each finished composition before the rules look at it
 */
export function composed(
  dossier: Dossier,
  beforeCheck: (composition: Composition) => void = () => undefined,
): {compositions: Map<string, Composition>; messages: VFileMessage[]}[] {
  return dossier.documents.map((plan) => composedDocument(dossier, plan, {beforeCheck}))
}

interface HowComposed {
  beforeCheck?: (composition: Composition) => void
  isFinal?: boolean
  /** Languages that need not be composed again. */
  before?: readonly Composition[]
}

function composedDocument(
  dossier: Dossier,
  plan: DocumentPlan,
  {beforeCheck = () => undefined, isFinal = false, before = []}: HowComposed,
): {compositions: Map<string, Composition>; messages: VFileMessage[]} {
  const compositions = new Map<string, Composition>()
  for (const {language} of plan.languages) {
    const known = before.find(({language: {code}}) => code === language.code)
    const composition = known ?? compose(dossier, plan, language)
    if (!known) number(composition.tree, dossier.templates.numbering)
    beforeCheck(composition)
    compositions.set(language.code, composition)
  }
  const own = [...compositions.values()].flatMap((composition) => composition.messages)
  return {
    compositions,
    messages: [
      ...own,
      ...check({plan, compositions, isFinal, templates: dossier.templates, texts: dossier.texts}),
    ],
  }
}
