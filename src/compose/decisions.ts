import type {Parent} from 'unist'
import {quote} from '../message/index.ts'
import {
  type DecisionRecord,
  type DecisionWords,
  type FactsBySort,
  type Located,
  type ProvisionRecord,
  provisionPaths,
  type Subject,
} from '../resolve/index.ts'
import {
  type Continuation,
  type Decision,
  type InlineNode,
  type LeadParagraph,
  type Note,
  type PlaceInSequence,
  type Provision,
  type ProvisionList,
  text,
  visit,
} from '../tree/index.ts'
import {type Context, reportMissing} from './context.ts'
import {decisionLabel, reportLaterWords} from './decision-label.ts'
import {namedNotes, ownNote, ownNotes} from './note-names.ts'
import type {OpenReference} from './open-reference.ts'
import {plainPhrase, wordsAt} from './phrases.ts'

/** How a decision is printed: its numbers and letters, or, of what is quoted by itself, labels that stand as they are. */
interface Form {
  /** Unit of the whole; provisions are `<unit>.<provision>`. */
  unit: string
  /** Numbering of a provision, given its places in the decision, and its unit. */
  numbering(path: readonly number[], unit: string): Omit<Provision, 'type' | 'unit' | 'children'>
}

/**
 * A decision in the document's language, with its letters.
 *
 * @param unit  id of the quotation in the document; provisions are `<unit>.<provision>`
 * @param options  whether it stands inside a numbered paragraph, and which label it has
 */
export function decisionNode(
  context: Context,
  subject: Subject,
  decision: DecisionRecord,
  unit: string,
  options: {isQuoted: boolean; label?: 'draft' | 'adopted'},
): Decision {
  // Not the unit alone: an author's own id would meet the sequence of a part.
  const sequence = `decision:${unit}`
  const sequenceKind = options.isQuoted ? 'quoted-decision' : 'decision'
  const words = wordsOf(context, subject, decision)
  const numbering: Form['numbering'] = (path) => ({sequence, sequenceKind, level: path.length})
  if ((options.label ?? context.decisionLabel) === 'adopted') reportLaterWords(context, subject, decision)
  const children: Decision['children'] = [leadOf(words, unit)]
  if (decision.provisions) children.push(listOf(words, decision.provisions, {unit, numbering}, []))
  const closing = closingOf(words, unit, {sequenceKind, level: 0})
  if (closing) children.push(closing)
  return {
    type: 'decision',
    unit,
    file: words.path,
    sequence,
    sequenceKind,
    level: 0,
    literal: decisionLabel(context, subject, decision, options.label),
    children,
  }
}

/**
 * One provision of a decision, quoted by itself with the letter that it has there, and what stands under it.
 *
 * @param id  of the provision; it must be known
 * @param unit  id of the quotation in the document
 */
export function provisionNode(
  context: Context,
  subject: Subject,
  decision: DecisionRecord,
  id: string,
  unit: string,
): Decision {
  context.named.decisions.add(`${subject.id}/${decision.id}`)
  const quotedPath = provisionPaths(decision.provisions).get(id) ?? []
  const provision = provisionAt(decision.provisions, quotedPath)
  const words = wordsOf(context, subject, decision)
  reportLaterWords(context, subject, decision)
  const sequenceKind = 'quoted-text'
  const children: Decision['children'] = [leadOf(words, unit, provision)]
  const numbering: Form['numbering'] = (path, own) => ({
    sequence: `decision:${own}`,
    sequenceKind,
    level: path.length - quotedPath.length,
    literal: '',
    quotedPath: [...path],
  })
  if (provision?.provisions) children.push(listOf(words, provision.provisions, {unit, numbering}, quotedPath))
  const sequence = `decision:${unit}`
  return {
    type: 'decision',
    unit,
    file: words.path,
    sequence,
    sequenceKind,
    level: 0,
    literal: '',
    quotedPath,
    children,
  }
}

function provisionAt(
  provisions: readonly ProvisionRecord[] = [],
  [place = 0, ...below]: readonly number[],
): ProvisionRecord | undefined {
  const found = provisions[place - 1]
  return below.length === 0 ? found : provisionAt(found?.provisions, below)
}

/**
 * The notes of a decision to which a quotation of it refers, for the end of the part.
 *
 * @param node  what is quoted of it
 */
export function decisionNotes(
  context: Context,
  subject: Subject,
  {id}: DecisionRecord,
  node: Decision,
): Note[] {
  const words = subject.words.decisions.get(context.language.code)
  const named = namedNotes(node)
  return Object.entries(words?.value.decisions[id]?.notes ?? {}).flatMap(([name, own]) => {
    const pointer = ['decisions', id, 'notes', name]
    const note = ownNote(name, node.unit ?? '', words ? wordsAt(context, words, pointer, own) : [])
    return named.has(note.identifier) ? [note] : []
  })
}

/** The words of a decision in a language, and where they are looked for. */
interface WordsOf {
  context: Context
  subject: Subject
  decision: DecisionRecord
  path: string
  file: Located<FactsBySort['decisions']['words']> | undefined
  own: DecisionWords | undefined
}

function wordsOf(context: Context, subject: Subject, decision: DecisionRecord): WordsOf {
  const file = subject.words.decisions.get(context.language.code)
  const path = file?.path ?? `documents/decisions/${subject.id}/decisions.${context.language.code}.yaml`
  const own = file?.value.decisions[decision.id]
  if (!own) {
    reportMissing(
      context,
      file ? path : context.home.path,
      file
        ? file.data.locate(['decisions'], 'key')
        : context.home.data.locate(['languages', context.language.code]),
      'words-missing',
      `The words of the decision ${quote(decision.id)} are missing in ${context.language.english}. Add them to documents/decisions/${subject.id}/decisions.${context.language.code}.yaml.`,
    )
  }
  return {context, subject, decision, path, file, own}
}

/** The words beside a label: those of the decision, or of one of its provisions. */
function leadOf(
  {context, subject, decision, path, file, own}: WordsOf,
  unit: string,
  provision?: ProvisionRecord,
): LeadParagraph {
  const {id} = decision
  if (provision && isDeleted(context, provision))
    return {type: 'leadParagraph', children: text(plainPhrase(context, 'provision-deleted'))}
  const pointer = provision ? ['decisions', id, 'provisions', provision.id] : ['decisions', id, 'text']
  const words = provision ? own?.provisions?.[provision.id] : own?.text
  if (file && words !== undefined)
    return {
      type: 'leadParagraph',
      children: ownNotes(ofSubject(wordsAt(context, file, pointer, words), subject, context), unit),
    }
  if (own && provision)
    reportMissing(
      context,
      path,
      file?.data.locate(['decisions', id], 'key'),
      'words-missing',
      `The provision ${quote(provision.id)} is missing in ${context.language.english}. Add “${provision.id}: …” under “provisions”.`,
    )
  return {type: 'leadParagraph', children: missing(context, provision?.id ?? id)}
}

/** The words after the provisions of a decision, which have no letter; where this language lacks them, a mark. */
function closingOf(
  {context, subject, decision, path, file, own}: WordsOf,
  unit: string,
  within: PlaceInSequence,
): Continuation | undefined {
  const {id} = decision
  const name = `${unit}.closing`
  const pointer = ['decisions', id, 'closing']
  const others = [...subject.words.decisions.values()]
  if (!own || !others.some(({value}) => value.decisions[id]?.closing !== undefined)) return undefined
  if (own.closing === undefined)
    reportMissing(
      context,
      path,
      file?.data.locate(['decisions', id], 'key'),
      'words-missing',
      `The words after the provisions are missing in ${context.language.english}, which other languages have. Add “closing: …” beside “provisions”.`,
    )
  const nodes =
    file && own.closing !== undefined
      ? ownNotes(ofSubject(wordsAt(context, file, pointer, own.closing), subject, context), unit)
      : missing(context, `${id}.closing`)
  return {
    type: 'continuation',
    unit: name,
    style: 'unnumbered',
    within,
    children: [{type: 'leadParagraph', children: nodes}],
  }
}

/**
 * Words of a subject's decisions, whose references are to its own decisions also where a document of another subject
 * prints them. A draft that a document proposes speaks of the decisions of the document's subject.
 */
function ofSubject(nodes: InlineNode[], subject: Subject, context: Context): InlineNode[] {
  if (subject === context.subject || subject === context.proposed) return nodes
  visit({type: 'words', children: nodes} as Parent, 'crossReference', ({data}) => {
    const open = data?.open as OpenReference | undefined
    if (open?.decision && !open.decision.includes('/')) open.decision = `${subject.id}/${open.decision}`
  })
  return nodes
}

/** Whether a provision was deleted by the day that is told. */
function isDeleted({dossier, asOf}: Context, {'deleted-at': meeting}: ProvisionRecord): boolean {
  const ends = meeting === undefined ? undefined : dossier.meetings.get(meeting)?.ends
  return ends !== undefined && ends <= asOf
}

function listOf(
  words: WordsOf,
  provisions: readonly ProvisionRecord[],
  form: Form,
  above: readonly number[],
): ProvisionList {
  return {
    type: 'provisionList',
    children: provisions.map((provision, index): Provision => {
      const path = [...above, index + 1]
      const unit = `${form.unit}.${provision.id}`
      const children: Provision['children'] = [leadOf(words, form.unit, provision)]
      // Under what is deleted nothing is left.
      if (provision.provisions && !isDeleted(words.context, provision))
        children.push(listOf(words, provision.provisions, form, path))
      return {type: 'provision', unit, ...form.numbering(path, unit), children}
    }),
  }
}

/** The visible mark where words are missing. */
export function missing(context: Context, unit: string): InlineNode[] {
  return [{type: 'missingMark', children: [{type: 'text', value: plainPhrase(context, 'missing', {unit})}]}]
}
