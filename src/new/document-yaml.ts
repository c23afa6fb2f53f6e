import type {Dossier, Kind, Subject} from '../resolve/index.ts'
import {hasNumber, printsResolution} from '../resolve/index.ts'
import type {Draft} from './starter.ts'
import type {Settled} from './types.ts'

/**
 * The text of a new document.yaml: what was said, and the keys that the kind's symbol, cover and annexes need.
 *
 * @returns the text, or one sentence why the facts do not allow a document of this kind
 */
export function documentYaml(
  settled: Settled,
  date: string,
  draft: Draft,
  dossier: Dossier,
): {text: string} | {refused: string} {
  const kind = dossier.templates.kinds.get(settled.kind)?.value as Kind
  const subject = dossier.subjects.get(settled.subject ?? '')
  const isAmending = printsResolution(kind, dossier.templates)
  const amended = isAmending ? (settled.resolution ?? subject?.facts.outcome?.value.resolution) : undefined
  if (isAmending && !amended)
    return {
      refused: subject
        ? `A document of this kind amends a resolution, and documents/decisions/${subject.id}/outcome.yaml names none. Add “resolution: {number: "11.3", revision: CoP14}” there, with its own number, or name it with --resolution, or another subject with --subject.`
        : 'A document of this kind amends a resolution. Name it with --resolution "11.3 (Rev. CoP14)", with its own number, or name a subject whose outcome.yaml names it with --subject.',
    }
  const proposed = proposes(draft, subject, dossier)
  const [original = ''] = settled.languages
  const lines = [
    `kind: ${settled.kind}`,
    `meeting: ${settled.meeting}`,
    hasNumber(kind) ? 'symbol: {number: null, revision: null}' : '',
    kind.symbol?.includes('{committee}') ? `committee: "${settled.committee ?? 'I'}"` : '',
    kind.symbol?.includes('{group}') ? `group: "${settled.group ?? '1'}"` : '',
    `author: ${settled.author}`,
    settled.office ? `submitted-by: {office: ${settled.office}}` : '',
    `date: "${date}"`,
    'example-date: true',
    `original: ${original}`,
    `languages: {${settled.languages.map((code) => `${code}: drafting`).join(', ')}}`,
    subject ? `subject: ${subject.id}` : '',
    proposed ? `proposes: ${proposed}` : '',
    amended ? `amends: {number: "${amended.number}", revision: ${amended.revision}}` : '',
    ...annexLines(draft),
  ]
  return {text: `${lines.filter((line) => line !== '').join('\n')}\n`}
}

function annexLines({annexes}: Draft): string[] {
  if (annexes.length === 0) return []
  return [
    'annexes:',
    ...annexes.map(({name, form}) => (form ? `  - {name: ${name}, form: ${form}}` : `  - ${name}`)),
  ]
}

/** The dossier with the draft decisions: where a budget is printed and the subject has none, its own that has one. */
function proposes(
  {body, annexes}: Draft,
  subject: Subject | undefined,
  {subjects}: Dossier,
): string | undefined {
  const blocks = [...body, ...annexes.flatMap((annex) => annex.body)]
  if (!subject || subject.facts.budget || !blocks.some(({block}) => block === 'budget')) return undefined
  return [...subjects.values()].find(({id, facts}) => facts.budget && id.startsWith(`${subject.id}-`))?.id
}
