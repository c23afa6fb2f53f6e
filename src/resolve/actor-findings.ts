import type {VFileMessage} from 'vfile-message'
import {error, few, quote} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {IsAddition} from './same-keys.ts'
import type {ActorForms, Actors, Labels} from './template-types.ts'

/** Forms that may differ: a name may be confirmed in one language alone, and not every language writes a name otherwise inside a sentence, or has a plural of “directed”. */
const free = new Set(['within', 'directed-to-several', 'example'])

/** Labels by language; each of these languages needs all actors. */
type Languages = ReadonlyMap<string, Located<Labels>>

/**
 * Actors without forms in a language, and forms that some languages have and others lack. Who asks for a form that no
 * language has is told so at its place (actorFault).
 *
 * @param paths  every path that was seen: a language whose labels have errors is one all the same
 * @param isAddition  whether an actor is the root's: in a language that it lacks it is asked for where it is printed
 */
export function actorFindings(
  yaml: Located<Actors>,
  labels: Languages,
  paths: ReadonlySet<string>,
  isAddition: IsAddition,
): VFileMessage[] {
  return [
    ...Object.entries(yaml.value).flatMap(([id, languages]) => [
      ...strangeLanguages(id, yaml, [...labels.keys()], paths),
      ...(isAddition(yaml.path, [id]) ? [] : missingLanguages(id, yaml, labels)),
      ...formGaps(id, languages).flatMap((gap) => gapFindings(gap, yaml)),
    ]),
    ...[...labels].flatMap(([code, file]) => missingActors(code, file, yaml)),
  ]
}

function strangeLanguages(
  id: string,
  {path, data, value}: Located<Actors>,
  codes: readonly string[],
  paths: ReadonlySet<string>,
): VFileMessage[] {
  return Object.keys(value[id] ?? {})
    .filter((code) => !paths.has(`templates/labels.${code}.yaml`))
    .map((code) => {
      const reason = `${unknown('language', code, codes)} A language of your own has its words in templates/labels.${code}.yaml.`
      const place = data.locate([id, code], 'key')
      return error(reason, {path, ruleId: 'unknown-language', place, refuses: [code]})
    })
}

/** Whether a language that the root brings lacks an actor of the package: said in the file with which it begins. */
function isOfLanguage(id: string, {data}: Located<Actors>, labels: Located<Labels> | undefined): boolean {
  return labels?.data.isOwn([]) === true && !data.isOwn([id])
}

/** Languages that an actor lacks, said at the actor. */
function missingLanguages(id: string, yaml: Located<Actors>, labels: Languages): VFileMessage[] {
  const {path, data, value} = yaml
  const languages = value[id] ?? {}
  const lacking = [...labels.keys()].filter(
    (code) => !Object.hasOwn(languages, code) && !isOfLanguage(id, yaml, labels.get(code)),
  )
  if (lacking.length === 0) return []
  const forms = Object.keys(Object.values(languages)[0] ?? {}).map((form) => `${form}: …`)
  const lines = lacking.map((code) => `“${code}: {${forms.join(', ')}}”`).join(' and ')
  const place = data.locate([id], 'key')
  const reason = `${quote(id)} lacks a language. Add ${lines}.`
  return [error(reason, {path, ruleId: 'template-keys', place, refuses: lacking})]
}

/** Actors that a language of the root's lacks, said once in its labels. */
function missingActors(code: string, labels: Located<Labels>, yaml: Located<Actors>): VFileMessage[] {
  const ids = Object.keys(yaml.value).filter(
    (id) => !Object.hasOwn(yaml.value[id] ?? {}, code) && isOfLanguage(id, yaml, labels),
  )
  if (ids.length === 0) return []
  const reason = `${yaml.path} has no forms in this language for: ${few(ids)}. Add them there, such as “${ids[0]}: {${code}: {…}}”.`
  const place = labels.data.locate(['language'], 'key')
  return [error(reason, {path: labels.path, ruleId: 'template-keys', place})]
}

/** A form, and the languages of an actor that have it and that lack it. */
interface Gap {
  id: string
  form: string
  having: string[]
  lacking: string[]
}

function formGaps(id: string, languages: Record<string, ActorForms>): Gap[] {
  const forms = new Set(Object.values(languages).flatMap((own) => Object.keys(own)))
  return [...forms].flatMap((form) => {
    const has = (code: string): boolean => Object.hasOwn(languages[code] ?? {}, form)
    const codes = Object.keys(languages)
    const lacking = codes.filter((code) => !has(code))
    return free.has(form) || lacking.length === 0 ? [] : [{id, form, lacking, having: codes.filter(has)}]
  })
}

/** Where the form is missing, or at the form that the root adds where the rest is the package's. */
function gapFindings({id, form, having, lacking}: Gap, {path, data}: Located<Actors>): VFileMessage[] {
  const added = having.find((code) => data.isOwn([id, code, form]))
  const isMended = lacking.every((code) => data.isOwn([id, code]))
  if (added && !isMended) {
    const reason = `The form ${quote(form)} is not there in ${lacking.join(' and ')}. Add it there too, or delete it here.`
    const place = data.locate([id, added, form], 'key')
    return [error(reason, {path, ruleId: 'template-keys', place, refuses: lacking})]
  }
  return lacking.map((code) => {
    const reason = `The form ${quote(form)} is missing; ${having.join(' and ')} ${having.length > 1 ? 'have' : 'has'} it. Add “${form}: …”.`
    const place = data.locate([id, code], 'key')
    return error(reason, {path, ruleId: 'template-keys', place, refuses: [code]})
  })
}
