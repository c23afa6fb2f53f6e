import {EnvironmentError} from '../failure/index.ts'
import {printable} from '../message/index.ts'
import {git} from './git.ts'
import {type Program, type Setting, settingsFor} from './settings.ts'

/** What was done to the settings of a clone. */
export interface SetUp {
  /** What git says now, or said before it was taken out. */
  settings: readonly Setting[]
  /** Lines that the file .gitattributes lacks, without which git asks for none of the settings. */
  lacking: readonly string[]
}

/**
 * Gives git the settings, in the file of this clone alone: never those of the user or of the computer, and no hook.
 *
 * @param root  the content root, in its work tree
 * @throws EnvironmentError  when there is no git or no repository, or its settings cannot be written
 */
export async function setUp(root: string, program: Program): Promise<SetUp> {
  const settings = settingsFor(program)
  await git(root, ['rev-parse', '--git-dir'])
  for (const {key, value} of settings) await mustDo(root, ['--replace-all', key, value])
  return {settings, lacking: await lackingAttributes(root)}
}

/**
 * Takes the settings back; what somebody else wrote beside them stays.
 *
 * @returns those that were there
 */
export async function takeBack(root: string, program: Program): Promise<Setting[]> {
  const removed: Setting[] = []
  await git(root, ['rev-parse', '--git-dir'])
  for (const setting of settingsFor(program)) {
    const {status} = await git(root, ['config', '--local', '--get-all', setting.key])
    if (status !== 0) continue
    await mustDo(root, ['--unset-all', setting.key])
    removed.push(setting)
  }
  return removed
}

async function mustDo(root: string, args: readonly string[]): Promise<void> {
  const {status} = await git(root, ['config', '--local', ...args])
  if (status !== 0)
    throw new EnvironmentError(
      `Git could not write the settings of this clone (${printable(args[1] ?? '')}). Look whether its file, .git/config, may be written.`,
    )
}

/** What must stand in .gitattributes, each with a file that it is to be about. */
const attributes = [
  {line: '*.docx -text diff=cites-docx', path: 'out/x/y.en.docx', name: 'diff', value: 'cites-docx'},
  {line: 'out/** merge=cites-docs', path: 'out/x/y.en.html', name: 'merge', value: 'cites-docs'},
  {
    line: 'documents/**/translation.*.jsonl merge=cites-ledger',
    path: 'documents/x/y/translation.fr.jsonl',
    name: 'merge',
    value: 'cites-ledger',
  },
]

async function lackingAttributes(root: string): Promise<string[]> {
  const lacking: string[] = []
  for (const {line, path, name, value} of attributes) {
    // The names of attributes may come from anybody, so that only one answer is looked for.
    const {out} = await git(root, ['check-attr', '-z', name, '--', path])
    if (out.split('\0')[2] !== value) lacking.push(line)
  }
  return lacking
}
