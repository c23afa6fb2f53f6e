import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {addAll, compare, error, quote, severalOf, warning} from '../message/index.ts'
import {addresseeFindings} from './addressees.ts'
import {collector, type Say, unknown} from './findings.ts'
import {hasNotBegun} from './later-revisions.ts'
import type {Located} from './located.ts'
import type {Instrument, Templates} from './template-types.ts'
import type {QuotedText, TextParagraphRecord, TextRecord, TextWords} from './text-types.ts'
import type {Meeting} from './types.ts'

const textPath = /^documents\/texts\/([a-z0-9-]+)(?:\.([a-z]{2}))?\.yaml$/

/** As many as numbering.yaml has levels for what is quoted. */
const mostLevels = 4

/**
 * Texts of elsewhere by name, with the day since which each is in force: that of templates/instruments.yaml where it
 * knows the revision.
 *
 * @param sources  valid sources by path
 * @param instruments  resolutions and their revisions
 */
export function resolveTexts(
  sources: ReadonlyMap<string, Source>,
  instruments: readonly Instrument[],
): Map<string, QuotedText> {
  const texts = new Map<string, QuotedText>()
  const words = new Map<string, Map<string, Located<TextWords>>>()
  for (const [path, {data}] of sources) {
    const [, name, language] = textPath.exec(path) ?? []
    if (name === undefined) continue
    const own = words.get(name) ?? new Map()
    words.set(name, own)
    if (language !== undefined) {
      own.set(language, {path, data, value: data.value as TextWords})
      continue
    }
    const yaml: Located<TextRecord> = {path, data, value: data.value as TextRecord}
    texts.set(name, {name, yaml, words: own, since: knownSince(yaml.value, instruments) ?? yaml.value.since})
  }
  return texts
}

/**
 * The instruments that are known, and those revisions that only a text of the root tells of: then documents are asked to
 * cite these too. What is not confirmed is asked of nobody. A list is complete until its own last day: what a text tells of
 * after it may have others before it.
 */
export function withTexts(
  instruments: readonly Instrument[],
  texts: ReadonlyMap<string, QuotedText>,
): Instrument[] {
  const all = new Map<string, Instrument>(
    instruments.map(({number, revisions, ...known}) => {
      const until = known['complete-until'] ?? revisions.at(-1)?.since
      return [number, {number, revisions: [...revisions], ...(until && {'complete-until': until})}]
    }),
  )
  for (const {yaml, since} of texts.values()) {
    const {resolution, revision, example} = yaml.value
    if (resolution === undefined || revision === undefined || since === undefined || example) continue
    const own = all.get(resolution) ?? {number: resolution, revisions: []}
    all.set(resolution, own)
    if (own.revisions.some((known) => known.revision === revision)) continue
    own.revisions = [...own.revisions, {revision, since}].sort((a, b) => compare(a.since, b.since))
  }
  return [...all.values()]
}

function knownSince(
  {resolution, revision}: TextRecord,
  instruments: readonly Instrument[],
): string | undefined {
  const known = instruments.find(({number}) => number === resolution)
  return known?.revisions.find((other) => other.revision === revision)?.since
}

/**
 * What is wrong with texts: none or two instruments, a day that is missing or retyped, ids twice, labels missing, words
 * of no paragraph.
 *
 * @param meetings  whose days say when a revision can have been made
 * @param paths  every path that was seen
 */
export function textFindings(
  texts: ReadonlyMap<string, QuotedText>,
  {instruments, names}: Pick<Templates, 'instruments' | 'names'>,
  meetings: ReadonlyMap<string, Meeting>,
  {sources, paths}: {sources: ReadonlyMap<string, Source>; paths: ReadonlySet<string>},
): VFileMessage[] {
  const {messages, say} = collector()
  for (const text of texts.values()) {
    instrumentFindings(text, knownSince(text.yaml.value, instruments), say)
    revisionFindings(text, meetings, say)
    addresseeFindings(text.yaml, ['addressee'], names.actors, 'recommended-to', say)
    const ids = new Set<string>()
    paragraphFindings(text, text.yaml.value.paragraphs, {pointer: ['paragraphs'], level: 1}, ids, say)
    for (const words of text.words.values()) {
      for (const id of Object.keys(words.value.paragraphs))
        if (!ids.has(id))
          messages.push(
            error(unknown('paragraph', id, ids), {
              path: words.path,
              ruleId: 'unknown-paragraph',
              place: words.data.locate(['paragraphs', id], 'key'),
            }),
          )
      addAll(messages, lackingWords(text, words, ids))
    }
  }
  return [...messages, ...wordsAlone(sources, paths)]
}

/** Paragraphs that have words in another language and none in this one. */
function lackingWords(
  text: QuotedText,
  {path, data, value}: Located<TextWords>,
  ids: ReadonlySet<string>,
): VFileMessage[] {
  const others = [...text.words.values()].map((one) => one.value.paragraphs)
  const lacking = [...ids].filter(
    (id) => value.paragraphs[id] === undefined && others.some((words) => words[id] !== undefined),
  )
  if (lacking.length === 0) return []
  const [are, them] = lacking.length === 1 ? ['is', 'it'] : ['are', 'them']
  const reason = `${severalOf(lacking.map((id) => quote(id)))} ${are} missing here, and another language has ${them}. Add “${lacking[0]}: …” under “paragraphs”.`
  return [warning(reason, {path, ruleId: 'words-missing', place: data.locate(['paragraphs'], 'key')})]
}

function instrumentFindings({yaml}: QuotedText, known: string | undefined, say: Say): void {
  const {resolution, decision, since} = yaml.value
  if ((resolution === undefined) === (decision === undefined))
    say(
      yaml,
      resolution === undefined ? [] : ['decision'],
      'text-instrument',
      resolution === undefined
        ? 'It is not said whose text this is. Add “resolution: "…"” or “decision: "…"”, with its number.'
        : 'A text is of a resolution or of a decision. Delete one of the two.',
    )
  if (known === undefined && since === undefined)
    say(
      yaml,
      [],
      'text-since',
      'templates/instruments.yaml does not say since when this text is in force. Add “since: "…"” with the day, or the revision there.',
    )
  if (known !== undefined && since !== undefined)
    say(
      yaml,
      ['since'],
      'text-since',
      `templates/instruments.yaml says that this revision is in force since ${known}. Delete “since”, or correct the day there.`,
    )
}

/** A text is not in force before the meeting that made its revision. */
function revisionFindings({yaml}: QuotedText, meetings: ReadonlyMap<string, Meeting>, say: Say): void {
  const {revision, since} = yaml.value
  if (revision === undefined || since === undefined || !hasNotBegun(meetings.values(), revision, since))
    return
  say(
    yaml,
    ['since'],
    'text-since',
    `This text is a revision of ${revision}, which had not begun on ${since}. Correct the day, or “revision”.`,
  )
}

function paragraphFindings(
  {yaml}: QuotedText,
  paragraphs: readonly TextParagraphRecord[],
  {pointer, level}: {pointer: (string | number)[]; level: number},
  ids: Set<string>,
  say: Say,
): void {
  for (const [index, {id, label, paragraphs: below}] of paragraphs.entries()) {
    const at = [...pointer, index]
    if (ids.has(id))
      say(
        yaml,
        [...at, 'id'],
        'id-twice',
        `The paragraph ${quote(id)} occurs twice. Give one of them another id.`,
      )
    ids.add(id)
    // Behind one with a label, words go on without; where none has, the labels were forgotten.
    const isFollowing = paragraphs.slice(0, index).some((before) => before.label !== undefined)
    if (level > 1 && label === undefined && !isFollowing)
      say(
        yaml,
        [...at, 'id'],
        'text-label',
        `The paragraph ${quote(id)} stands under another and has no label. Add “label: "…"” as the text prints it.`,
      )
    if (below && level === mostLevels)
      say(
        yaml,
        [...at, 'paragraphs'],
        'text-label',
        `There are more than ${mostLevels} levels of paragraphs here. Put these one level up.`,
      )
    else if (below)
      paragraphFindings(
        {yaml} as QuotedText,
        below,
        {pointer: [...at, 'paragraphs'], level: level + 1},
        ids,
        say,
      )
  }
}

/** Words beside which no text stands. */
function wordsAlone(sources: ReadonlyMap<string, Source>, paths: ReadonlySet<string>): VFileMessage[] {
  return [...sources.keys()].flatMap((path) => {
    const [, name, language] = textPath.exec(path) ?? []
    if (!language || paths.has(`documents/texts/${name}.yaml`)) return []
    const reason = `There is no ${name}.yaml beside this file, to which its words belong. Add one, or delete this file.`
    return [error(reason, {path, ruleId: 'file-missing'})]
  })
}
