import {sep} from 'node:path'

/** A line of git's own settings of a clone. */
export interface Setting {
  key: string
  value: string
  /** What it does, for whoever typed the command. */
  does: string
}

/** What stands in the settings under names of ours. */
export interface Program {
  /** Path of Node, and of the file that is the command. */
  node: string
  file: string
  /** How a build is typed here. */
  build: string
}

/** Files that a build makes, as a pattern of the shell; a root may lie below the top of the repository. */
const made = ['docx', 'html', 'units.txt', 'manifest.json']
  .flatMap((ending) => [`out/*.${ending}`, `*/out/*.${ending}`])
  .join('|')

/**
 * The settings that git is given. Each is a command of the shell that git brings along on every system (gitattributes(5),
 * “Performing text diffs of binary files” and “Defining a custom merge driver”).
 *
 * Where the program is gone, git goes on as it would without the settings: a program that fails would end `git diff`.
 */
export function settingsFor({node, file, build}: Program): Setting[] {
  const run = `run() { n=${quoted(node)}; [ -x "$n" ] || n=node; "$n" ${quoted(file)} git-setup "$@" 2>/dev/null; }`
  return [
    {
      key: 'diff.cites-docx.textconv',
      value: `${run}; text() { run --text -- "$1" || echo "(No text of this Word file: type cites-docs git-setup anew. $(git hash-object -- "$1"))"; }; text`,
      does: 'git diff, git show and git log -p show the words of Word files',
    },
    {key: 'merge.cites-docs.name', value: 'files of out/, which a build makes anew', does: ''},
    {
      key: 'merge.cites-docs.driver',
      // Only where the name of the file says that a build makes it: attributes come with any branch.
      value: `case %P in ${made}) case %P in *.manifest.json) printf 'Both sides changed the document of out/%%s: yours was kept there. Type “${build}” and commit what it writes.\\n' "$(printf %%s %P | sed 's,.*out/,,; s,.manifest.json$,,' | tr -cd 'a-z0-9/-')" >&2;; esac;; *) git merge-file -L own -L before -L other %A %O %B;; esac`,
      does: `a merge never stops at files of out/: yours are kept, and “${build}” makes them anew`,
    },
    {key: 'merge.cites-ledger.name', value: 'ledgers of translations, by unit', does: ''},
    {
      key: 'merge.cites-ledger.driver',
      value: `${literally(run)}; join() { run --join-ledger -- "$2" "$1" "$3" || git merge-file -L own -L before -L other "$1" "$2" "$3"; }; join %A %O %B`,
      does: 'ledgers of translations are joined unit by unit',
    },
  ]
}

/** A path as one word of the shell, whatever is in it; the shell that git has on Windows wants forward slashes. */
function quoted(path: string): string {
  const slashed = sep === '/' ? path : path.replaceAll(sep, '/')
  return `'${slashed.replaceAll("'", "'\\''")}'`
}

/** What stands before a driver, in which git puts names in the place of %A and others. */
function literally(command: string): string {
  return command.replaceAll('%', '%%')
}
