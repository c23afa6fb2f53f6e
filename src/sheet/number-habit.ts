import {quote} from '../message/index.ts'
import type {Numeral} from './numerals.ts'
import type {Tongue} from './tongue.ts'
import type {Refused} from './types.ts'

/** A number of a sheet and where it stands, in words. */
export interface FoundNumeral {
  numeral: Numeral
  where: string
}

/** Whether a mark that may be either parts thousands or decimals in a sheet. */
export type Habit = (mark: string) => 'group' | 'decimal'

/** What is known of how a sheet writes numbers. */
export interface KnownHabit {
  /** Whose numbers they are said to be. */
  said?: Tongue | undefined
  /** The language of the sheet, where it is known. */
  known?: Tongue | undefined
  /** The languages whose numbers may be said. */
  choices: readonly Tongue[]
}

/**
 * How a sheet writes its numbers: as is said of it; else as its own numbers show that can be read in one way only; else
 * with the mark between thousands that its language has. What is left open is asked, never guessed.
 *
 * @returns why a number cannot be read
 */
export function numberHabit(
  found: readonly FoundNumeral[],
  {said, known, choices}: KnownHabit,
): Habit | Refused {
  if (said) return habitSaid(found, said)
  const decimals = firstOfEach(found, 'decimal')
  const groups = firstOfEach(found, 'group')
  groups.delete(' ')
  const pair = contradiction(decimals, groups)
  if (pair)
    return {
      refused: `The sheet writes numbers in two ways: ${pair.map(told).join(' and ')}. Correct one of them, say how it writes them (${asked(choices)}), or name the column of what is no number with “--same”.`,
    }
  const [decimal] = decimals.keys()
  const [group] = groups.keys()
  const shown = (mark: string): 'group' | 'decimal' | undefined => {
    if (decimal !== undefined) return mark === decimal ? 'decimal' : 'group'
    if (group !== undefined) return mark === group ? 'group' : 'decimal'
    return mark === known?.group ? 'group' : undefined
  }
  const open = found.find(({numeral: {either}}) => either !== undefined && shown(either) === undefined)
  if (open)
    return {
      refused: `${told(open)} may be a thousand and more, or a number with three decimals. Say how the sheet writes numbers: ${asked(choices)}.`,
    }
  return (mark) => shown(mark) ?? 'decimal'
}

/** The first number with each mark in a place. */
function firstOfEach(found: readonly FoundNumeral[], place: 'group' | 'decimal'): Map<string, FoundNumeral> {
  const first = new Map<string, FoundNumeral>()
  for (const one of found) {
    const mark = one.numeral[place]
    if (mark !== undefined && !first.has(mark)) first.set(mark, one)
  }
  return first
}

/** Two numbers that no one language writes. */
function contradiction(
  decimals: ReadonlyMap<string, FoundNumeral>,
  groups: ReadonlyMap<string, FoundNumeral>,
): FoundNumeral[] | undefined {
  for (const one of [decimals, groups]) if (one.size > 1) return [...one.values()].slice(0, 2)
  for (const [mark, decimal] of decimals) {
    const group = groups.get(mark)
    if (group) return [decimal, group]
  }
  return undefined
}

function habitSaid(found: readonly FoundNumeral[], said: Tongue): Habit | Refused {
  const isOf = ({group, decimal, either}: Numeral): boolean =>
    (group === undefined || group === ' ' || group === said.group) &&
    (decimal === undefined || decimal === said.decimal) &&
    (either === undefined || either === said.group || either === said.decimal)
  const strange = found.find(({numeral}) => !isOf(numeral))
  if (strange)
    return {
      refused: `${told(strange)} is not how ${said.english} writes numbers (${said.sample}). Correct it in the sheet, say another language with “--numbers”, or name the column of what is no number with “--same”.`,
    }
  return (mark) => (mark === said.group ? 'group' : 'decimal')
}

function told({numeral, where}: FoundNumeral): string {
  return `${quote(numeral.text)} ${where}`
}

function asked(choices: readonly Tongue[]): string {
  return choices.map(({code, sample}) => `“--numbers ${code}” (${sample})`).join(', ')
}
