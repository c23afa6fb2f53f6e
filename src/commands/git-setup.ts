import {join} from 'node:path'
import {UsageError} from '../failure/index.ts'
import {joinLedgerFiles, type Program, type Setting, setUp, takeBack, textOfFile} from '../git-setup/index.ts'
import {asTyped, printable, printed} from '../message/index.ts'
import {packageFolder} from '../package-files.ts'
import {parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `git-setup --help` prints. */
export const help = `cites-docs git-setup   tells git how documents are compared and merged, in this clone alone

Git then shows the words of Word files (git diff, git show, git log -p), keeps your files of out/ in a merge, and joins
ledgers of translations unit by unit. What is written into the clone's own settings is shown; no hook is installed, and
nothing is written that others get. Without it all is as docs/merging.md says for a clone that was not set up.

  --remove          takes the settings back
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text

These two git types by itself:

  --text FILE       prints the words of a Word file, a paragraph a line
  --join-ledger BASE OWN OTHER   joins two ledgers into OWN; status 1 where they cannot be joined
`

const options = {
  remove: {type: 'boolean'},
  text: {type: 'boolean'},
  'join-ledger': {type: 'boolean'},
  root: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const

/**
 * @param args  what stands after `git-setup`
 * @returns exit status: 0 done, 1 two ledgers could not be joined
 * @throws UsageError  for options that do not go together
 * @throws EnvironmentError  when there is no git or no repository
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, options)
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const [first = '', second = '', third = ''] = positionals
  const asked = [values.remove, values.text, values['join-ledger']].filter((one) => one === true)
  const most = values.text ? 1 : values['join-ledger'] ? 3 : 0
  if (asked.length > 1 || positionals.length !== most)
    throw new UsageError('“git-setup” is typed alone or with “--remove”. Write --help after it to see more.')
  if (values.text) {
    const lines = await textOfFile(first)
    // Git reads it, and no server: a line may begin as its author wrote it.
    terminal.out(printed(lines.map((line) => `${printable(line)}\n`).join(''), {commands: true}))
    return 0
  }
  if (values['join-ledger']) return (await joinLedgerFiles(first, second, third)) ? 0 : 1
  const root = rootOf(values.root)
  return values.remove ? remove(root, terminal) : write(root, terminal)
}

/** The program that runs now: git finds it wherever it is called from. */
function program(): Program {
  return {
    node: process.execPath,
    file: join(packageFolder, 'dist/cites-docs.js'),
    build: asTyped('build'),
  }
}

async function write(root: string, terminal: Terminal): Promise<number> {
  const {settings, lacking} = await setUp(root, program())
  terminal.out(printed(`Written into the settings of this clone (git config --local):\n`))
  tell(settings, terminal)
  if (lacking.length > 0)
    terminal.err(
      printed(
        `Git asks for them only once these lines stand in the file .gitattributes; add them at its end:\n\n${lacking
          .map((line) => `${line}\n`)
          .join('')}\n`,
      ),
    )
  terminal.out(printed(`“${asTyped('git-setup', '--remove')}” takes them back.\n`))
  return 0
}

async function remove(root: string, terminal: Terminal): Promise<number> {
  const removed = await takeBack(root, program())
  if (removed.length === 0) terminal.out(printed('There are no settings of ours in this clone.\n'))
  else terminal.out(printed('Taken out of the settings of this clone (git config --local):\n'))
  tell(removed, terminal)
  return 0
}

function tell(settings: readonly Setting[], terminal: Terminal): void {
  const lines = settings.map(({key, does}) => `  ${key}${does === '' ? '' : `: ${does}`}`)
  terminal.out(printed(lines.map((line) => `${printable(line)}\n`).join('')))
}
