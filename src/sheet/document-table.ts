import type {VFileMessage} from 'vfile-message'
import {documentPath} from '../asked.ts'
import {checkContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import {caps} from '../load/index.ts'
import {isError, quote} from '../message/index.ts'
import type {DocumentPlan, Dossier} from '../resolve/index.ts'
import type {Grid} from './even-rows.ts'
import {knownWords} from './known-words.ts'
import {newErrors} from './new-errors.ts'
import {placeIn, withBlock} from './place-in-body.ts'
import {sheetTable, type TableWish} from './sheet-table.ts'
import {type Tongue, tongueOf} from './tongue.ts'
import type {Refused, ToTranslate} from './types.ts'

/** A table that is to be written into a document. */
export interface DocumentWish extends TableWish {
  root: string
  /** As `sc58/exports`, or any path that leads there. */
  document: string
  /** `body` or the name of an annex. */
  part: string
  /** Id of the unit behind which it goes; at the end where undefined. */
  after?: string | undefined
  /** Code of the language of the sheet; that in which the document is written first where undefined. */
  from?: string | undefined
  /** Code of the language as which it writes numbers. */
  numbers?: string | undefined
}

/** The files of a document with a table put in, not written yet. */
export interface DocumentTable {
  files: Map<string, string>
  languages: string[]
  toTranslate: ToTranslate[]
  /** Languages that the document is in, and whose file is not there. */
  without: string[]
  /** How many warnings there are that there were not before. */
  warnings: number
}

/** Why a table cannot be put in, with what was found where that is in the sources. */
export interface RefusedTable extends Refused {
  messages?: VFileMessage[]
  texts?: ReadonlyMap<string, string>
}

/**
 * Puts a table into every language of a document, and builds it in memory: nothing is to be worse than before.
 *
 * @throws UsageError  when there is no such document, part, unit or language
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function documentTable(grid: Grid, wish: DocumentWish): Promise<DocumentTable | RefusedTable> {
  const {root, document} = wish
  const path = documentPath(document)
  const before = await checkContent({root, documents: [document]})
  const {dossier, texts} = before
  const plan = dossier.documents.find((one) => one.path === path)
  if (!plan) return withoutPlan(document, before)
  const parts = partsOf(plan, wish.part, texts)
  const broken = before.messages.filter((message) => isError(message) && parts.files.has(message.file ?? ''))
  if (broken.length > 0)
    return {refused: `${broken[0]?.file} has errors. Correct them first.`, messages: broken, texts}
  const taken = idsOf(plan, texts)
  const owner = taken.get(wish.id)
  if (owner !== undefined)
    return {
      refused: `${quote(wish.id)} is the name of something in ${owner} already. Write another with “--id”.`,
    }
  const made = tablesFor(grid, wish, plan, {dossier, taken: taken.keys(), languages: parts.languages})
  if ('refused' in made) return made
  const files = new Map<string, string>()
  for (const [file, language] of parts.files) {
    const text = texts.get(file) ?? ''
    const place = placeIn(text, wish.after)
    if (place === undefined)
      return {
        refused: `${file} has no ${quote(`^${wish.after}`)}. Name with “--after” something that every language has, or leave that out: the table goes to the end then.`,
      }
    files.set(file, withBlock(text, place, made.texts.get(language) ?? ''))
  }
  const after = await checkContent({root, documents: [document], changes: files})
  const [error] = newErrors(before.messages.filter(isError), after.messages.filter(isError))
  if (error && tooLarge.has(error.ruleId ?? ''))
    return {
      refused: `The table would be too large for ${error.file}: make several of it, each in a sheet of its own, or put it into an annex with “--part”. (${error.reason})`,
    }
  if (error)
    return {
      refused: `With the table there would be an error in ${error.file}: ${error.reason}`,
    }
  const warnings = (messages: readonly VFileMessage[]): VFileMessage[] =>
    messages.filter((one) => !isError(one))
  return {
    files,
    languages: parts.languages,
    toTranslate: made.toTranslate,
    without: parts.without,
    warnings: newErrors(warnings(before.messages), warnings(after.messages)).length,
  }
}

/** Rules that say that a file, or a piece of it, is too large. */
const tooLarge: ReadonlySet<string> = new Set(
  [
    caps.markdownBytes,
    caps.tableRunBytes,
    caps.marksInRun,
    caps.containersInFile,
    caps.elements,
    caps.tableCells,
  ].map(({rule}) => rule),
)

function withoutPlan(
  document: string,
  {messages, texts, documents}: Awaited<ReturnType<typeof checkContent>>,
): RefusedTable {
  const errors = messages.filter(isError)
  if (documents.length > 0 && errors.length === 0)
    throw new UsageError(`${quote(document)} is not one document. Name its folder.`)
  return {refused: `The document ${quote(document)} has errors. Correct them first.`, messages: errors, texts}
}

/** The files of a part by their language, the original one first. */
function partsOf(
  plan: DocumentPlan,
  part: string,
  texts: ReadonlyMap<string, string>,
): {files: Map<string, string>; languages: string[]; without: string[]} {
  const annex = plan.annexes.find(({name}) => name === part)
  if (part !== 'body' && !annex) {
    const names = ['body', ...plan.annexes.map(({name}) => name)]
    throw new UsageError(
      `The document ${quote(plan.path)} has no part ${quote(part)}. Write after “--part” ${names.map(quote).join(' or ')}.`,
    )
  }
  const {original} = plan.yaml.value
  const codes = annex?.only
    ? [annex.only.code]
    : plan.languages
        .map(({language}) => language.code)
        .sort((a, b) => Number(b === original) - Number(a === original))
  const fileOf = (code: string): string => `documents/${plan.path}/${part}.${code}.md`
  const there = codes.filter((code) => texts.has(fileOf(code)))
  return {
    files: new Map(there.map((code) => [fileOf(code), code])),
    languages: there,
    without: codes.filter((code) => !there.includes(code)),
  }
}

/** Names that the files of a document give to anything, each with the file in which it stands. */
function idsOf(plan: DocumentPlan, texts: ReadonlyMap<string, string>): Map<string, string> {
  const ids = new Map<string, string>()
  for (const [path, text] of texts) {
    if (!path.startsWith(`documents/${plan.path}/`) || !path.endsWith('.md')) continue
    for (const [, unit, own] of text.matchAll(/\^([a-z][a-z0-9-]*)|\bid="?([a-z][a-z0-9-]*)/g))
      ids.set(unit ?? own ?? '', ids.get(unit ?? own ?? '') ?? path)
  }
  return ids
}

function tablesFor(
  grid: Grid,
  wish: DocumentWish,
  plan: DocumentPlan,
  {dossier, taken, languages}: {dossier: Dossier; taken: Iterable<string>; languages: readonly string[]},
): ReturnType<typeof sheetTable> {
  const tongues = dossier.languages.flatMap((language) => tongueOf(dossier.templates, language) ?? [])
  const from = wish.from ?? plan.yaml.value.original
  const tongue = tongues.find(({code}) => code === from)
  if (!tongue)
    throw new UsageError(
      `There is no language ${quote(from)}. Write one of: ${tongues.map(({code}) => code).join(', ')}.`,
    )
  const into = tongues.filter(({code}) => code === from || languages.includes(code))
  return sheetTable(grid, wish, {
    reading: {tongue, known: knownWords(dossier, from, plan.yaml.value.date)},
    into,
    habit: {said: saidIn(tongues, wish.numbers), known: tongue, choices: tongues},
    taken,
  })
}

/**
 * The language as which a sheet writes numbers.
 *
 * @throws UsageError  when there is none of that code
 */
export function saidIn(tongues: readonly Tongue[], code: string | undefined): Tongue | undefined {
  const said = tongues.find((tongue) => tongue.code === code)
  if (code !== undefined && !said)
    throw new UsageError(
      `There is no language ${quote(code)}. Write after “--numbers” one of: ${tongues.map((tongue) => tongue.code).join(', ')}.`,
    )
  return said
}
