import type {VFileMessage} from 'vfile-message'
import type {Pointer, Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import {inFlow} from './schema-words.ts'

const actorsPath = 'templates/actors.yaml'

const isLabels = /^templates\/labels\./

type Forms = Record<string, unknown>

/** Keys that templates once had for bodies, addressees and authors, and the forms that a record under them gives. */
const moved: {path: RegExp; key: string; forms(record: unknown): Forms}[] = [
  {path: isLabels, key: 'bodies', forms: (body) => ({'of-the': Object(body)['of-the']})},
  {path: isLabels, key: 'addressees', forms: (heading) => ({'directed-to': heading})},
  {path: isLabels, key: 'actors', forms: (actor) => ({...Object(actor)})},
  {path: /^templates\/usage\./, key: 'subjects', forms: (words) => ({'decisions-begin': words})},
]

/** Whether a key of a file is one whose place is elsewhere now. */
export function isMoved(path: string, [key, ...below]: Pointer): boolean {
  const isOfActors = moved.some((old) => old.path.test(path) && old.key === key)
  return below.length === 0 && (isOfActors || (key === 'starters' && isLabels.test(path)))
}

/**
 * Where the keys of a root's labels and usage stand now, with the lines to write there.
 *
 * @param actors  the value of templates/actors.yaml: what it says already need not be written
 */
export function movedFindings({path, data}: Source, actors: unknown): VFileMessage[] {
  const language = /\.([a-z]{2})\.yaml$/.exec(path)?.[1] ?? ''
  const has = (key: string): boolean => Object.hasOwn(Object(data.value), key)
  const say = (key: string, reason: string): VFileMessage =>
    error(reason, {path, ruleId: 'template-moved', place: data.locate([key], 'key')})
  const starters =
    isLabels.test(path) && has('starters')
      ? [
          say(
            'starters',
            `The words of new documents have a file of their own now. Write what stands under “starters” into templates/starters.${language}.yaml, and delete it here.`,
          ),
        ]
      : []
  const old = moved.filter(({path: file, key}) => file.test(path) && has(key))
  const ofActors = old.map(({key, forms}) => {
    const lines = Object.entries(Object(Object(data.value)[key])).flatMap(([id, record]) => {
      const wanted = forms(record)
      const there: Forms = Object(Object(Object(actors)[id])[language])
      const isThere = Object.entries(wanted).every(([form, words]) => inFlow(there[form]) === inFlow(words))
      return isThere ? [] : [`“${id}: ${inFlow({[language]: wanted})}”`]
    })
    const remedy =
      lines.length > 0 ? `Write there ${lines.join(' and ')}, and delete` : 'It says the same: delete'
    const reason = `The key ${quote(key)} has its place in ${actorsPath} now. ${remedy} the key here.`
    return say(key, reason)
  })
  return [...ofActors, ...starters]
}
