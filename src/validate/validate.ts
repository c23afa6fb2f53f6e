import type {VFileMessage} from 'vfile-message'
import {type Asked, type Loaded, mapWithin, type Pointer, type Source} from '../load/index.ts'
import {addAll, error} from '../message/index.ts'
import type {IsAdopted} from './adopted-words.ts'
import {type Forms, formsWith} from './directives.ts'
import {validateTree} from './markdown-tree.ts'
import {standInFor} from './merge-templates.ts'
import {isMoved, movedFindings} from './moved-keys.ts'
import {notesOfFrontMatter} from './notes-of-words.ts'
import {descriptionsIn, isOfSort, ownSchemaFiles, tablesIn} from './own-facts.ts'
import {type Pictures, provenPictures} from './pictures.ts'
import {explain} from './schema-messages.ts'
import type {Schema, SchemaFile} from './schemas.ts'
import {unknownFile} from './unknown-file.ts'
import {wordsFindings} from './words.ts'

/** Sources that obey their schemas. */
export interface Validated {
  sources: Map<string, Source>
  /** Schema name by path. */
  schemaOf: Map<string, string>
  messages: VFileMessage[]
  /** Pictures that are asked for and sound, by path. */
  pictures: Pictures
  /** Schemas of a root's own facts and of their words, by name. */
  ownSchemas: ReadonlyMap<string, SchemaFile>
  /** By what documents were proven, so that others can be by the same. */
  against: Against
}

// More than this from one file is a flood that hides the cause.
const messagesPerFile = 100

// Files whose texts are printed: words in one language, front matters, and the names in all languages.
const isWords = /^(?:documents|templates)\/.+\.[a-z]{2}\.(?:yaml|md)$|^templates\/actors\.yaml$/

/** Compiles schemas that are made from templates, since only few roots have some. */
export type Compile = (files: ReadonlyMap<string, SchemaFile>) => Schema[]

/** What `validate` may be told besides. */
export interface ValidateOptions {
  /** Whether the words of a file, or those at a place of it, are asked for; of other Markdown only the front matter is. */
  isAsked?: Asked
  /** Whether words stand as they were adopted, with every sign that they have (adoptedWords); none do where it is left out. */
  isAdopted?: IsAdopted
  /** For the schemas of a root's own facts; where it is left out there are none. */
  compile?: Compile | undefined
  /** Valid sources of the templates, where only other files are looked at. */
  templates?: ReadonlyMap<string, Source>
}

/**
 * Applies to every source the one schema that governs it, and to Markdown the allow-list of nodes. The templates come
 * first: they say which tables there are, and which facts of its own a root has.
 *
 * @param loaded  what `load` gave
 * @param schemas  from `compileSchemas`
 * @returns the sources without an error, or what stands in for them, and all findings
 */
export function validate(
  loaded: Loaded,
  schemas: readonly Schema[],
  {
    isAsked = () => true,
    isAdopted = () => false,
    compile = () => [],
    templates: others = new Map(),
  }: ValidateOptions = {},
): Validated {
  const isTemplate = (path: string): boolean => path.startsWith('templates/')
  const ofActors = 'templates/actors.yaml'
  const actors = (loaded.sources.get(ofActors) ?? others.get(ofActors))?.data.value
  const shared = {isAsked, isAdopted, actors}
  const templates = validateSome(loaded, isTemplate, {...shared, schemas, forms: formsWith([])})
  const descriptions = descriptionsIn(new Map([...others, ...templates.sources]))
  const own = ownSchemaFiles(descriptions, schemas)
  // A description that is wrong is said there, and not once more at each file that it governs or line that calls for it.
  const broken = descriptionsIn(
    new Map([...loaded.sources].filter(([path]) => isTemplate(path) && !templates.sources.has(path))),
  )
  const isOfBroken = (path: string): boolean => [...broken.keys()].some((sort) => isOfSort(path, sort))
  const against: Against = {
    schemas: own.size > 0 ? [...schemas, ...compile(own)] : schemas,
    forms: formsWith([...broken.values(), ...descriptions.values()].flatMap(tablesIn)),
    ...shared,
  }
  const documents = validateSome(loaded, (path) => !isTemplate(path) && !isOfBroken(path), against)
  const pictures = provenPictures(loaded, isAsked)
  return {
    sources: new Map([...documents.sources, ...templates.sources]),
    schemaOf: new Map([...documents.schemaOf, ...templates.schemaOf]),
    messages: [...documents.messages, ...templates.messages, ...pictures.messages],
    pictures: pictures.pictures,
    ownSchemas: own,
    against,
  }
}

/**
 * As `validate`, for the words of a document that were not asked for when everything else was looked at.
 *
 * @param loaded  what `load` gave of its files
 * @param against  of the `Validated` of everything else
 * @param work  what the pictures of the documents before it took, by folder and together; those of this one come to it
 */
export function validateWords(
  loaded: Loaded,
  against: Against,
  work: Map<string, number>,
): Pick<Validated, 'sources' | 'messages' | 'pictures'> {
  const isAsked = (): boolean => true
  const {sources, messages} = validateSome(loaded, isAsked, {...against, isAsked})
  const pictures = provenPictures(loaded, isAsked, work)
  return {sources, messages: [...messages, ...pictures.messages], pictures: pictures.pictures}
}

/** By what sources are proven. */
export interface Against {
  schemas: readonly Schema[]
  forms: Forms
  isAsked: Asked
  isAdopted: IsAdopted
  /** The value of templates/actors.yaml, which has keys that once stood elsewhere. */
  actors: unknown
}

function validateSome(
  loaded: Loaded,
  isWanted: (path: string) => boolean,
  against: Against,
): Omit<Validated, 'ownSchemas' | 'pictures' | 'against'> {
  const {schemas} = against
  const validated = {sources: new Map(), schemaOf: new Map(), messages: [] as VFileMessage[]}
  const governed: [Source, Schema][] = []
  for (const [path, source] of loaded.sources) {
    if (!isWanted(path)) continue
    const governing = schemas.filter((schema) => schema.governs(path))
    const schema = governing[0]
    if (!schema || governing.length > 1) {
      validated.messages.push(unknownFile(path, loaded.paths, schemas))
      continue
    }
    // Compiled before the limit of time: one that is stopped half way through would be broken for good.
    if (!isKnown(source)) schema.validator()
    governed.push([source, schema])
  }
  const all = mapWithin(
    governed,
    ([source, schema]) => findingsOf(source, schema, against),
    ([{path}]) => path,
  )
  for (const [index, [source, schema]] of governed.entries()) {
    const {ofWords, ofParagraphs} = all[index] as Findings
    const messages = [...ofWords, ...ofParagraphs]
    addAll(validated.messages, messages.slice(0, messagesPerFile))
    const valid =
      messages.length === 0 ? source : ofWords.length === 0 ? frontMatterOf(source) : standInFor(source)
    if (!valid) continue
    validated.sources.set(source.path, valid)
    validated.schemaOf.set(source.path, schema.name)
  }
  return validated
}

/** What is wrong with a source: with the paragraphs of a Markdown file, or with its front matter and all other files. */
interface Findings {
  ofWords: VFileMessage[]
  ofParagraphs: VFileMessage[]
}

function findingsOf(source: Source, schema: Schema, {forms, isAsked, isAdopted, actors}: Against): Findings {
  const {path} = source
  // What a template of the package says was looked at when it was made.
  const isWritten = (pointer: Pointer): boolean =>
    source.kind !== 'yaml' || !source.changes || source.data.isOwn(pointer)
  const ofWords = isKnown(source) ? [] : [...schemaFindings(source, schema), ...movedFindings(source, actors)]
  const ofParagraphs =
    source.kind === 'markdown' && isAsked(path)
      ? validateTree(source.tree, {path, text: String(source.file), notes: notesOfFrontMatter(source)}, forms)
      : []
  if (isWords.test(path) && !isKnown(source))
    addAll(
      ofWords,
      wordsFindings(
        source,
        forms,
        (pointer) => isAsked(path, pointer) && isWritten(pointer),
        isAsked(path),
        (pointer) => isAdopted(path, pointer),
      ),
    )
  return {ofWords, ofParagraphs}
}

/** What stands in for a file whose paragraphs have errors: other documents print its title, and nothing else of it. */
function frontMatterOf(source: Source): Source {
  return source.kind === 'markdown'
    ? {...source, tree: {type: 'root', children: []}, isStandIn: true}
    : source
}

function isKnown(source: Source): boolean {
  return source.kind === 'yaml' && source.isKnown === true
}

function schemaFindings(source: Source, schema: Schema): VFileMessage[] {
  const validator = schema.validator()
  if (validator(source.data.value)) return []
  const seen = new Set<string>()
  const messages: VFileMessage[] = []
  const all = (validator.errors ?? []).flatMap((schemaError) => {
    const explained = explain(schemaError, source.data)
    return explained ? [{...explained, keyword: schemaError.keyword}] : []
  })
  // A key that is only mistyped is not missing as well.
  const meant = new Set(all.flatMap(({means}) => (means ? [means.join('/')] : [])))
  for (const {reason, pointer, what, missing, keyword} of all) {
    if (missing && meant.has(missing.join('/'))) continue
    if (isMoved(source.path, pointer)) continue
    const key = `${pointer.join('/')} ${what}`
    // One place, one message: a wrong type also fails its pattern, its length and its enum.
    if (what === 'value' && keyword !== 'required' && seen.has(key)) continue
    seen.add(key)
    messages.push(
      error(reason, {
        path: source.path,
        ruleId: `schema-${ruleNames.get(keyword) ?? 'form'}`,
        place: source.data.locate(pointer, what),
      }),
    )
  }
  if (messages.length === 0 && all.length === 0)
    messages.push(
      error(`The file does not have the form of: ${schema.title}.`, {
        path: source.path,
        ruleId: 'schema-form',
      }),
    )
  return messages
}

const ruleNames = new Map([
  ['required', 'missing-key'],
  ['additionalProperties', 'unknown-key'],
  ['unevaluatedProperties', 'unknown-key'],
  ['propertyNames', 'unknown-key'],
  ['type', 'type'],
  ['enum', 'value'],
  ['const', 'value'],
  ['format', 'value'],
  ['pattern', 'value'],
])
