import type {VFileMessage} from 'vfile-message'
import {UsageError} from './failure/index.ts'
import {isError, nearest, quote} from './message/index.ts'
import {type DocumentPlan, type Dossier, dependsOn} from './resolve/index.ts'

/** Which documents and languages a command is about. */
export interface Asking {
  /** Documents, as `sc58/internet-trade` or any path that leads there; all when left out. */
  documents?: readonly string[] | undefined
  languages?: readonly string[] | undefined
}

/** What was asked for, as the dossier has it. */
export interface Asked {
  plans: readonly DocumentPlan[]
  /** Documents that are there and could not be planned; with nothing asked for, all of these. */
  refused: readonly string[]
}

/**
 * Path of a document as the dossier has it, from whatever leads there: its folder, a file of it, with or without
 * `documents/`.
 *
 * @param given  such as `documents/sc58/internet-trade/`
 * @returns such as `sc58/internet-trade`; whether it exists is not asked
 */
export function documentPath(given: string): string {
  return given
    .replace(/^(?:\.\/)?(?:documents\/)?/, '')
    .replace(/\/(?:document\.yaml|[a-z0-9-]+\.[a-z]{2}\.md)?$/, '')
}

/**
 * The documents that were asked for.
 *
 * @param paths  of every source that is there: a document whose templates are broken is there all the same
 * @throws UsageError  when a language or a document does not exist, or is not made as the facts stand
 */
export function askedOf({documents, languages}: Asking, dossier: Dossier, paths: ReadonlySet<string>): Asked {
  // One whose templates have errors is there all the same.
  const known = [...paths].flatMap((path) => /^templates\/labels\.([a-z]{2})\.yaml$/.exec(path)?.[1] ?? [])
  const strange = known.length > 0 ? languages?.find((code) => !known.includes(code)) : undefined
  if (strange !== undefined)
    throw new UsageError(`There is no language ${quote(strange)}. Write one of: ${known.join(', ')}.`)
  const planned = new Set(dossier.documents.map(({path}) => path))
  const there = [...paths].flatMap(
    (path) => /^documents\/([^/]+\/[^/]+)\/document\.yaml$/.exec(path)?.[1] ?? [],
  )
  const dormant = new Set(dossier.dormant.map(({path}) => path))
  const refused = [...new Set([...there, ...dossier.refused])].filter(
    (path) => !planned.has(path) && !dormant.has(path),
  )
  if (!documents?.length) return {plans: dossier.documents, refused}
  const own = documents.map((given) => {
    const path = documentPath(given)
    const isOwn = (other: string): boolean => other === path || other.startsWith(`${path}/`)
    const plans = dossier.documents.filter((plan) => isOwn(plan.path))
    const broken = refused.filter(isOwn)
    if (plans.length + broken.length === 0) throw notThere(given, path, dossier, [...planned, ...refused])
    if (broken.length === 0 && languages && !plans.some((plan) => isIn(plan, languages)))
      throw new UsageError(
        `The document ${quote(given)} is not in ${languages.join(', ')}: its document.yaml names its languages.`,
      )
    return {plans, broken}
  })
  return {
    plans: [...new Set(own.flatMap(({plans}) => plans))],
    refused: [...new Set(own.flatMap(({broken}) => broken))],
  }
}

function isIn(plan: DocumentPlan, codes: readonly string[]): boolean {
  return languagesOf(plan).some((code) => codes.includes(code))
}

/** Codes of all languages that a document is in, also of those whose templates have errors. */
export function languagesOf({languages, languagesInError}: DocumentPlan): string[] {
  return [...languages.map(({language}) => language.code), ...languagesInError]
}

function notThere(given: string, path: string, {dormant}: Dossier, known: readonly string[]): UsageError {
  const plan = dormant.find((other) => other.path === path)
  if (plan)
    return new UsageError(
      `The document ${quote(path)} is not made as the facts stand (its document.yaml says “when: ${[plan.yaml.value.when].flat().join(', ')}”). Name another document, or correct the facts.`,
    )
  const near = nearest(path, known)
  const remedy = near
    ? `Is ${quote(near)} meant?`
    : 'A document is named by its folder in documents/, such as sc58/internet-trade.'
  return new UsageError(`There is no document ${quote(given)}. ${remedy}`)
}

/**
 * The messages about what was asked for: in it, and in whatever keeps it from being built, wherever that stands.
 *
 * @param messages  of the sources: those that compositions have are about them already
 */
export function messagesAbout(
  messages: readonly VFileMessage[],
  {plans, refused}: Asked,
  {documents, languages}: Asking,
  dossier: Dossier,
): VFileMessage[] {
  const isNamed = (documents?.length ?? 0) > 0
  if (!isNamed && !languages) return [...messages]
  const isOf = (message: VFileMessage, some: readonly DocumentPlan[], codes?: readonly string[]): boolean =>
    some.some((plan) =>
      languagesOf(plan).some((code) => (codes?.includes(code) ?? true) && refuses(message, plan, code)),
    )
  // A document that is not made as the facts stand is looked at by whoever asks for all. What no document is built from
  // is nobody's fault, and is said to them too.
  const all = [...dossier.documents, ...dossier.dormant]
  const looked = isNamed ? plans : [...plans, ...dossier.dormant]
  const isStray = (message: VFileMessage): boolean => !isNamed && !isOf(message, all)
  const causes = new Set(refused.flatMap((path) => causesOf(path, messages)))
  return messages.filter(
    (message) => causes.has(message) || isOf(message, looked, languages) || isStray(message),
  )
}

/**
 * Why a document could not be planned: what is said of its own files; else the errors of what all are made from, and
 * at least one, since it is not built.
 */
export function causesOf(path: string, messages: readonly VFileMessage[]): VFileMessage[] {
  const own = messages.filter(({file}) => file?.startsWith(`documents/${path}/`))
  if (own.some(isError)) return own
  const errors = messages.filter(isError)
  const shared = errors.filter(({file = ''}) => isShared(file))
  return [...own, ...(shared.length > 0 ? shared : errors)]
}

function isShared(file: string): boolean {
  return !/^documents\/(?!(?:decisions|agendas|texts)\/)[^/]+\/[^/]+\//.test(file)
}

/** Whether a message refuses, or is about, a document in a language. */
export function refuses(message: VFileMessage, plan: DocumentPlan, language: string): boolean {
  const {file = ''} = message
  // What a language lacks may be reported in the file of another, which has it.
  if (message.refuses)
    return (
      message.refuses.includes(language) &&
      dependsOn(plan, language, file.replace(/\.[a-z]{2}(?=\.yaml$)/, `.${language}`))
    )
  if (message.language && message.language !== language) return false
  return dependsOn(plan, language, file)
}
