#!/usr/bin/env node
import {readFileSync} from 'node:fs'
import {optimizeLate} from './commands/late-optimizing.ts'
import {processTerminal, type Terminal} from './commands/terminal.ts'
import {EnvironmentError, UsageError} from './failure/index.ts'

interface Command {
  run(args: string[], terminal: Terminal): Promise<number>
}

/** A command loads only what it needs. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['amend', () => import('./commands/amend.ts')],
  ['build', () => import('./commands/build-again.ts')],
  ['check', () => import('./commands/check.ts')],
  ['diff', () => import('./commands/diff.ts')],
  ['explain', () => import('./commands/explain.ts')],
  ['git-setup', () => import('./commands/git-setup.ts')],
  ['new', () => import('./commands/new.ts')],
  ['status', () => import('./commands/status.ts')],
  ['release', () => import('./commands/release.ts')],
  ['table', () => import('./commands/table.ts')],
  ['translate', () => import('./commands/translate.ts')],
])

const help = `cites-docs builds numbered CITES documents from decisions, task status and Markdown drafts.

  cites-docs build    builds the documents into out/
  cites-docs check    looks at the sources and writes nothing
  cites-docs diff     shows what changes for a reader between two revisions
  cites-docs explain  says why a message is given, with examples
  cites-docs new      begins a document, with hints in every language
  cites-docs table    makes a table of a sheet, in every language of a document
  cites-docs status   shows tasks and deadlines: what is late, blocked, due
  cites-docs amend    marks what a revised resolution changes in the text in force
  cites-docs translate  shows, begins, confirms and exchanges translations
  cites-docs git-setup  shows Word files in git diff, and helps git to merge
  cites-docs release  gives a document its number and issues it in release/

Write --help after a command to see its options; --version prints the version.
Exit status: 0 done, 1 the sources have errors, 2 wrong usage, 3 the disk or its permissions, 70 a bug of ours.
`

async function main(args: string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args
  const {printed, quote} = await import('./message/index.ts')
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(printed(help))
    return name === '' ? 2 : 0
  }
  if (name === '--version') {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    terminal.out(printed(`${manifest.version}\n`))
    return 0
  }
  const command = commands.get(name)
  if (!command)
    throw new UsageError(
      `There is no command ${quote(name)}. Write one of: ${[...commands.keys()].join(', ')}.`,
    )
  return (await command()).run(rest, terminal)
}

async function fail(cause: unknown, terminal: Terminal): Promise<number> {
  const {printable, printed} = await import('./message/index.ts')
  const error = cause as Error
  if (error instanceof UsageError || error instanceof EnvironmentError) {
    terminal.err(printed(error.lines.map((line) => `${printable(line)}\n`).join('')))
    return error instanceof UsageError ? 2 : 3
  }
  terminal.err(
    printed(
      `This is a bug of cites-docs, not of your text. Please report it with the lines below.\n${error?.stack ?? String(cause)}\n`,
    ),
  )
  return 70
}

optimizeLate()
const terminal = processTerminal()
// Node's own status for a crash is 1, which here means that the sources have errors.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (cause: unknown) => {
    fail(cause, terminal).then(
      (status) => process.exit(status),
      () => process.exit(70),
    )
  })
}
process.exitCode = await main(process.argv.slice(2), terminal).catch((cause: unknown) =>
  fail(cause, terminal),
)
