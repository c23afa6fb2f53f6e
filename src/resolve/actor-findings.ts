import type {VFileMessage} from 'vfile-message'
import type {Pointer} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {ActorForms, Actors, Labels} from './template-types.ts'

/** A form that may differ: not every language writes a name otherwise inside a sentence. */
const free = 'within'

/**
 * Actors without forms in a language, and forms that some languages have and others lack. Who asks for a form that no
 * language has is told so at its place (actorFault).
 *
 * @param labels  by language: each of these languages needs all actors
 * @param paths  every path that was seen: a language whose labels have errors is one all the same
 */
export function actorFindings(
  yaml: Located<Actors>,
  labels: ReadonlyMap<string, Located<Labels>>,
  paths: ReadonlySet<string>,
): VFileMessage[] {
  const {path, data, value} = yaml
  const codes = [...labels.keys()]
  const say = (pointer: Pointer, ruleId: string, reason: string, refuses: string[]): VFileMessage =>
    error(reason, {path, ruleId, place: data.locate(pointer, 'key'), refuses})
  const messages: VFileMessage[] = []
  const isSeen = (code: string): boolean => paths.has(`templates/labels.${code}.yaml`)
  const untranslated = new Map<string, string[]>()
  for (const [id, languages] of Object.entries(value)) {
    for (const code of Object.keys(languages).filter((own) => !isSeen(own))) {
      const reason = `${unknown('language', code, codes)} A language of your own has its words in templates/labels.${code}.yaml.`
      messages.push(say([id, code], 'unknown-language', reason, [code]))
    }
    const lacking = codes.filter((code) => !Object.hasOwn(languages, code))
    // A language that the root brings lacks the package's actors: said once, in the file with which it begins.
    const here = lacking.filter((code) => data.isOwn([id]) || !labels.get(code)?.data.isOwn([]))
    for (const code of lacking.filter((other) => !here.includes(other)))
      untranslated.set(code, [...(untranslated.get(code) ?? []), id])
    if (here.length > 0) {
      const forms = Object.keys(Object.values(languages)[0] ?? {}).map((form) => `${form}: …`)
      const lines = here.map((code) => `“${code}: {${forms.join(', ')}}”`).join(' and ')
      messages.push(say([id], 'template-keys', `${quote(id)} lacks a language. Add ${lines}.`, here))
    }
    messages.push(...formGaps(id, languages).flatMap((gap) => gapFindings(gap, yaml)))
  }
  for (const [code, ids] of untranslated) {
    const file = labels.get(code)
    const reason = `${path} has no forms in this language for: ${ids.join(', ')}. Add them there, such as “${ids[0]}: {${code}: {…}}”.`
    if (file)
      messages.push(
        error(reason, {
          path: file.path,
          ruleId: 'template-keys',
          place: file.data.locate(['language'], 'key'),
        }),
      )
  }
  return messages
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
    return form === free || lacking.length === 0 ? [] : [{id, form, lacking, having: codes.filter(has)}]
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
