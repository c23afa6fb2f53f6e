import type {VFileMessage} from 'vfile-message'
import {askedOf, causesOf, documentPath} from '../asked.ts'
import {resolveContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import {addAll, isError, quote} from '../message/index.ts'
import {type DocumentPlan, type Dossier, printsResolution, type QuotedText} from '../resolve/index.ts'
import {isConditional, visit} from '../tree/index.ts'
import {acceptedBody} from './accept-body.ts'
import {begunBody, isWithoutWords} from './begin-body.ts'
import {bodyUnits, parseBody} from './body-units.ts'
import {markedBody} from './mark-body.ts'
import {oldUnits} from './old-units.ts'
import {type Pairing, sharedPairing} from './pairing.ts'
import {textInForce} from './text-in-force.ts'
import type {Counts} from './types.ts'

/** Which document is to be amended. */
export interface AmendRequest {
  root: string
  /** As `cop15/conf-11-3` or any path that leads there. */
  document: string
  /** All of the document where left out. */
  languages?: readonly string[] | undefined
  /** Whether the words in force are to be written into bodies that have none. */
  begin: boolean
}

/** A body with its amendments, not written yet. */
export interface AmendedFile {
  path: string
  text: string
  isChanged: boolean
  /** Undefined where the words in force were written into it. */
  counts?: Counts
  shown: readonly string[]
  byHand: readonly string[]
}

/** What amending gives; nothing is written. */
export interface Amendments {
  files: AmendedFile[]
  /** Why a language, or the whole document, is left as it is. */
  refused: string[]
  /** Errors of the sources for which it is. */
  messages: VFileMessage[]
  texts: ReadonlyMap<string, string>
}

/**
 * The bodies of a document with the differences from the text in force as amendments.
 *
 * @throws UsageError  when there is no such document or language
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function amendments(request: AmendRequest): Promise<Amendments> {
  const {root, document, languages} = request
  const {dossier, messages, texts, paths} = await resolveContent({root, documents: [document]})
  // One that is not made as the facts stand is prepared all the same.
  const dormant = dossier.dormant.find(({path}) => path === documentPath(document))
  const asked = dormant
    ? {plans: [dormant], refused: []}
    : askedOf({documents: [document], languages}, dossier, paths)
  const result: Amendments = {files: [], refused: [], messages: [], texts}
  const [plan, other] = asked.plans
  if (other) throw new UsageError(`${quote(document)} is not one document. Name its folder.`)
  if (!plan) return {...result, messages: asked.refused.flatMap((path) => causesOf(path, messages))}
  const part = partOf(plan, dossier)
  const found = textInForce(plan, dossier)
  if ('refused' in found) return {...result, refused: [found.refused]}
  if (part === undefined)
    return {
      ...result,
      refused: [
        `The document ${plan.path} has no text that is amended: its kind is none for a resolution, and none of its annexes has “form: revised-resolution”. Correct its document.yaml.`,
      ],
    }
  const setting: Setting = {plan, dossier, text: found.text, part, texts, request, pairs: sharedPairing()}
  const codes = plan.languages.map(({language}) => language.code)
  if (languages && !codes.some((code) => languages.includes(code)))
    throw new UsageError(
      `The document ${quote(document)} is not in ${languages.join(', ')}: its document.yaml names its languages.`,
    )
  const original = plan.yaml.value.original
  for (const code of [original, ...codes.filter((one) => one !== original)]) {
    if (!codes.includes(code)) continue
    const path = pathOf(setting, code)
    const errors = messages.filter((message) => isError(message) && message.file === path)
    const isAsked = !languages || languages.includes(code)
    if (errors.length > 0) {
      if (isAsked) addAll(result.messages, errors)
    } else if (isAsked || code === original) {
      const amended = amendedLanguage(setting, code)
      if (!isAsked) continue
      if ('refused' in amended) result.refused.push(amended.refused)
      else result.files.push(amended)
    }
  }
  return result
}

interface Setting {
  plan: DocumentPlan
  dossier: Dossier
  text: QuotedText
  /** Name of the part that is amended. */
  part: string
  texts: ReadonlyMap<string, string>
  request: AmendRequest
  pairs: Pairing
}

/** The body of a document that prints a resolution, else the annex that is a revised one. */
function partOf({kind, annexes}: DocumentPlan, {templates}: Dossier): string | undefined {
  if (printsResolution(kind, templates)) return 'body'
  const forms = kind['annex-forms'] ?? {}
  return annexes.find(({form}) => form !== undefined && form === forms['revised-resolution'])?.name
}

function pathOf({plan, part}: Setting, code: string): string {
  return `documents/${plan.path}/${part}.${code}.md`
}

function amendedLanguage(setting: Setting, code: string): AmendedFile | {refused: string} {
  const {text, texts, dossier, request} = setting
  const [path, name] = [pathOf(setting, code), text.name]
  const before = texts.get(path)
  if (before === undefined)
    return {refused: `There is no ${path}. Write it, or leave the language out of document.yaml.`}
  const words = text.words.get(code)
  if (!words)
    return {
      refused: `${path}: the text ${quote(name)} has no words in this language. Write them into documents/texts/${name}.${code}.yaml.`,
    }
  const pivot = dossier.templates.labels.get(code)?.value.resolution.pivot ?? ''
  const {units, lacking} = oldUnits(text, code, pivot)
  if (lacking.length > 0)
    return {
      refused: `${path}: ${words.path} has no words for ${lacking.map((id) => quote(id)).join(', ')}. Write them there.`,
    }
  const isOperative = operativeIn(dossier, code)
  if (request.begin) {
    if (!isWithoutWords(before))
      return {refused: `${path} has words already. Leave out --begin to have them compared, or delete them.`}
    const {notes = {}} = words.value
    const isExample = text.yaml.value.example === true
    const begun = begunBody(before, units, {notes, isExample, isOperative})
    return {path, text: begun, isChanged: begun !== before, shown: units.map((unit) => unit.text), byHand: []}
  }
  if (isWithoutWords(before))
    return {refused: `${path} has no words yet. Add --begin to have the words in force written into it.`}
  const line = conditionalLine(before)
  if (line !== undefined)
    return {
      refused: `${path} has words that stand only while a fact holds (line ${line}), as no text in force has them. Mark it by hand, or take these lines out.`,
    }
  const {text: accepted, typed, halfStruck} = acceptedBody(before)
  if (halfStruck.length > 0)
    return {
      refused: `${path}: ${quote(halfStruck[0] ?? '')} is struck, and what stands under it is not. Strike that as well, or keep a word of it.`,
    }
  const marked = markedBody(accepted, {
    old: units,
    pairs: setting.pairs,
    typed,
    taken: idsElsewhere(setting, path),
    isOperative,
  })
  // No word of the author is lost, whatever stands in the body.
  if (!isKept(acceptedBody(marked.text).text, accepted))
    return {refused: `${path} could not be marked without changing its words. Mark it by hand.`}
  return {path, ...marked, isChanged: marked.text !== before}
}

/** The line of the first words that depend on a fact. */
function conditionalLine(text: string): number | undefined {
  let line: number | undefined
  visit(parseBody(text), 'containerDirective', (node) => {
    if (isConditional(node)) line ??= node.position?.start.line
  })
  return line
}

/** Whether two bodies have the same lines, but for empty ones and the backslash before a bracket without a partner. */
function isKept(text: string, other: string): boolean {
  const linesOf = (body: string): string => body.replace(/\\(?=[[\]])/g, '').replace(/\n\s*\n/g, '\n')
  return linesOf(text) === linesOf(other)
}

/** Ids of the other parts of the document in the language: each is there once. */
function idsElsewhere({plan, texts}: Setting, path: string): Set<string> {
  const code = /\.([a-z]{2})\.md$/.exec(path)?.[1] ?? ''
  const others = ['body', ...plan.annexes.map(({name}) => name)]
    .map((name) => `documents/${plan.path}/${name}.${code}.md`)
    .filter((other) => other !== path)
  return new Set(others.flatMap((other) => bodyUnits(texts.get(other) ?? '').flatMap(({id}) => id ?? [])))
}

/** Whether words begin with a verb of the operative part of a resolution. */
function operativeIn({templates}: Dossier, code: string): (words: string) => boolean {
  const verbs = templates.usage.get(code)?.value.verbs.operative ?? []
  const plain = (words: string): string => words.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return (words) =>
    verbs.some(
      (verb) =>
        plain(words).startsWith(plain(verb)) && !/^\p{L}/u.test(plain(words).slice(plain(verb).length)),
    )
}
