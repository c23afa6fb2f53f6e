import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Composition} from '../../compose/index.ts'
import {compareWords} from '../../difference/index.ts'
import type {Translation} from '../../resolve/index.ts'
import type {UnitPair, Verdict} from '../../translation/index.ts'
import {htmlIdOf} from '../../tree/index.ts'
import {lines} from '../html/index.ts'

/** What is known of the translations of a document in one language, and in which order its page shows them. */
export interface States {
  language: Composition['language']
  /** Units of which something is to be done, by their ids in the finished tree, in the order of the page. */
  pairs: ReadonlyMap<string, UnitPair>
  /** Tag of the language in which the originals are. */
  originalTag: string
}

/** Fixed words of the page and its language. */
export interface PageWords {
  words: Record<string, string>
  tag: string
}

/**
 * The translations of a document into a language that are missing, stale or not confirmed. A folder of words without a ledger is
 * not followed: of it only what is missing is told.
 *
 * @param path  of the document, such as `sc58/internet-trade`
 * @param order  ids of all units, as the page shows them
 */
export function statesOf(
  translations: readonly Translation[],
  path: string,
  languages: readonly Composition[],
  order: readonly string[],
): States[] {
  return languages.map(({language}) => {
    const own = translations.filter(
      (one) => one.language === language.code && one.documents.some((plan) => plan.path === path),
    )
    const found = new Map(
      own.flatMap((translation) =>
        translation
          .pairs()
          .filter(({verdict}) => isTold(verdict, translation))
          .map((pair): [string, UnitPair] => [unitOf(pair.key, translation, path), pair]),
      ),
    )
    const pairs = order.flatMap((id): [string, UnitPair][] => {
      const pair = found.get(id)
      return pair ? [[id, pair]] : []
    })
    const original = languages.find((other) => other.language.code === own[0]?.original)
    return {
      language,
      pairs: new Map(pairs),
      originalTag: original?.language.tag ?? own[0]?.original ?? language.tag,
    }
  })
}

function isTold(verdict: Verdict, {ledger}: Translation): boolean {
  return verdict === 'missing' || (verdict !== 'current' && ledger !== undefined)
}

/** The unit of the finished tree in which the words of a unit of a source stand; empty where it has none of its own. */
function unitOf(key: string, {folder}: Translation, path: string): string {
  const [stem = '', id = ''] = key.split('#')
  if (folder === `documents/${path}`) {
    const title = /^front-matter\.(.+)$/.exec(id)?.[1]
    if (title === undefined) return id
    return stem === 'body' ? title : `${stem}.${title}`
  }
  const [, decision, provision] =
    /^decisions#decisions\.([^.]+)\.(?:text|provisions\.([^.]+))$/.exec(key) ?? []
  if (decision === undefined) return ''
  return `decision-${decision}${provision === undefined ? '' : `.${provision}`}`
}

const verdicts = ['missing', 'stale', 'unconfirmed'] as const satisfies Verdict[]

/** How many units of each language are missing, stale or not confirmed, with a link to the first; nothing where none is. */
export function summaryOf(states: readonly States[], {words}: PageWords): ElementContent[] {
  const items = states.flatMap(({language, pairs}) => {
    const [first] = pairs.keys()
    if (first === undefined) return []
    const all = [...pairs.values()]
    const counts = verdicts.flatMap((verdict) => {
      const own = all.filter((pair) => pair.verdict === verdict)
      const small = own.filter(({isSmall}) => isSmall).length
      const inBrackets = small > 0 ? ` (${words['translation-small']}: ${small})` : ''
      return own.length > 0 ? [`${words[`translation-${verdict}`]}: ${own.length}${inBrackets}`] : []
    })
    return [
      h('li', [
        h('span', {lang: language.tag}, language.name),
        ` – ${counts.join('; ')} `,
        linkTo(first, words['translation-first'] ?? '', language),
      ]),
    ]
  })
  if (items.length === 0) return []
  return [
    h('section', {className: ['states'], ariaLabelledBy: 'states'}, [
      h('h2', {id: 'states'}, words['translation-states']),
      h('ul', lines(items)),
    ]),
  ]
}

/** Under the words of a unit what is to be done about them, how the original changed, and a link to the next such unit. */
export function stateOf(
  id: string,
  {language, pairs, originalTag}: States,
  {words, tag}: PageWords,
): ElementContent[] {
  const pair = pairs.get(id)
  if (!pair) return []
  const {verdict, isSmall} = pair
  const ids = [...pairs.keys()]
  const next = ids[ids.indexOf(id) + 1]
  const small = isSmall ? ` (${words['translation-small']})` : ''
  return [
    h('div', {className: ['state'], lang: tag === language.tag ? undefined : tag}, [
      h('p', [h('strong', `${words[`translation-${verdict}`]}${small}`)]),
      ...(verdict === 'stale' ? [h('p', {lang: originalTag}, changeOf(pair, {words, tag}))] : []),
      ...(next === undefined ? [] : [h('p', [linkTo(next, words['translation-next'] ?? '', language)])]),
    ]),
  ]
}

/** The original from what was confirmed to what it is now, word by word; what the lines mean is said to who hears it. */
function changeOf({entry, original}: UnitPair, {words, tag}: PageWords): ElementContent[] {
  const heard = (key: string): ElementContent =>
    h('span', {className: ['heard'], lang: tag}, ` [${words[`translation-${key}`]}:] `)
  return compareWords(entry?.source ?? '', original.source).map(({kind, text}): ElementContent => {
    if (kind === 'same') return {type: 'text', value: text}
    return kind === 'deleted' ? h('del', [heard('removed'), text]) : h('ins', [heard('added'), text])
  })
}

function linkTo(id: string, words: string, {tag, name}: States['language']): ElementContent {
  return h('a', {href: `#${htmlIdOf(id)}`}, [
    words,
    h('span', {className: ['heard']}, [' (', h('span', {lang: tag}, name), ')']),
  ])
}

/** What the page of a document needs where something is to be done. */
export const stateStyle = `
.states li{max-width:none}
.states a,.state a{display:inline-block;min-height:24px;min-width:24px}
.state{border-left:3px solid #8a4b00;padding-left:.6em;margin:.4em 0 0;font-size:.9em;font-weight:normal;overflow-wrap:anywhere}
.state p{margin:0 0 .2em}
.state strong{color:#8a4b00}
.state del,.state ins{padding:0 .15em;border:1px solid #767676;border-radius:.15em}
.state del{background:#fde8ec;border-style:dashed}
.state ins{background:#e3f3e6}
`
