declare const shown: unique symbol

/** Text that may be printed: only `printed` makes it, and a terminal takes nothing else. */
export type Printed = string & {readonly [shown]: true}

// By properties and not by a list (Unicode Standard, chapter 23): controls, marks of format such as those that turn the
// reading order, halves of a pair, ends of lines and paragraphs, what no program knows, what is drawn as nothing.
const unseenSource =
  '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}]'
const unseen = new RegExp(unseenSource, 'gu')
const unseenInLines = new RegExp(`(?!\\n)${unseenSource}`, 'gu')
const unseenBesideColors = new RegExp(`(?!\\n|\\u001b\\[(?:0|31|33)m)${unseenSource}`, 'gu')

// A log is read by the server that runs the check. GitHub and Azure take `##[…]` and `##vso[…]` for a command wherever
// it stands in a line, TeamCity `##teamcity[…]`. Source: their documentation of logging commands.
const commandAnywhere = /#(?=#[a-z]*\[)/gi
// GitHub takes `::…` for one where nothing but spaces stands before it.
const commandAtStart = /^([^\S\n]*):(?=:)/gm

/**
 * A piece of what is printed, of whatever may come from a file, its name, a command line or another program: every
 * character that is not seen, or that a machine obeys, is written as `U+XXXX`, ends of lines too. What was made so once
 * stays the same.
 */
export function printable(text: string): string {
  return text.replace(unseen, named).replace(commandAnywhere, named)
}

/** How lines are printed. */
export interface PrintedOptions {
  /** Whether our own colours may stand in them. */
  color?: boolean
  /** Whether lines may begin with `::`: those that are made to be commands of GitHub, and our own pages. */
  commands?: boolean
}

/**
 * Lines as they leave the program, the one way out: what in them should have been made printable, and was not, is.
 *
 * @param text  lines; their ends stay
 */
export function printed(text: string, {color = false, commands = false}: PrintedOptions = {}): Printed {
  const clean = text
    .replace(color ? unseenBesideColors : unseenInLines, named)
    .replace(commandAnywhere, named)
  return (
    commands ? clean : clean.replace(commandAtStart, (_, before: string) => before + named(':'))
  ) as Printed
}

function named(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
