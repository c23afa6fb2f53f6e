import type {DocumentPlan, Meeting} from './types.ts'

/** A symbol form of a period or a kind, and whether it is confirmed. */
export interface SymbolForm {
  write: string
  isExample: boolean
}

/**
 * How the symbols of a document are written for one meeting: as its kind says, or as the period of its meeting writes
 * such symbols for that body.
 *
 * @returns undefined where its symbol is words
 */
export function symbolForm({kind, profile}: DocumentPlan, {body}: Meeting): SymbolForm | undefined {
  const {symbol} = kind
  if (symbol === undefined) return undefined
  const forms = Object.values(profile.symbols ?? {}).filter(({of}) => plainSpaces(of) === plainSpaces(symbol))
  // A form that stands later is of the period itself, or of the root, beside those that it takes from another.
  const own = forms.findLast(({bodies}) => bodies?.includes(body)) ?? forms.findLast(({bodies}) => !bodies)
  return {write: plainSpaces(own?.write ?? symbol), isExample: own?.example === true}
}

/**
 * The symbols of a document whose kind has a pattern, one for each meeting that a joint one joins.
 *
 * @param number  of the document, or what is printed in its place
 * @returns with plain spaces and without the revision; none where its symbol is words
 */
export function symbolsOf(plan: DocumentPlan, number: string): string[] {
  const {committee = '', group = ''} = plan.yaml.value
  return meetingsOf(plan.meeting).flatMap((meeting) => {
    const form = symbolForm(plan, meeting)
    if (!form) return []
    const values = new Map([
      ['meeting', meeting.code],
      ['initials', meeting.code.replace(/\d+$/, '')],
      ['ordinal', String(meeting.ordinal)],
      ['committee', committee],
      ['group', group],
      ['number', numberAt(plan, meeting.id) ?? number],
    ])
    return [form.write.replace(/\{([a-z]+)\}/g, (whole, name: string) => values.get(name) ?? whole)]
  })
}

/** The number that a document of a joint meeting has at one of its meetings, where that is another. */
export function numberAt({yaml}: DocumentPlan, meeting: string): string | undefined {
  const numbers = yaml.value.symbol?.numbers ?? {}
  return Object.hasOwn(numbers, meeting) ? numbers[meeting] : undefined
}

/** How often a document was revised; null for its first issue, and where its revisions are named and not counted. */
export function countedRevision({yaml}: Pick<DocumentPlan, 'yaml'>): number | null {
  const revision = yaml.value.symbol?.revision
  return typeof revision === 'number' ? revision : null
}

/** Symbols are never parted, so that it says nothing whether a space in one is typed as non-breaking. */
export function plainSpaces(symbol: string): string {
  return symbol.replaceAll('\u00a0', ' ')
}

/** The meetings of which a symbol or a cover speaks: the one, or those that a joint one joins. */
export function meetingsOf(meeting: Meeting): Meeting[] {
  return meeting.joint ?? [meeting]
}
