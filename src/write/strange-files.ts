import {join} from 'node:path'
import {entriesOf} from './entries.ts'

const deepest = 12
/** So many are named; whoever has more sees from these what happened. */
const most = 100
/** So many are looked at: a folder full of files that are not ours ends nothing. */
const mostSeen = 20_000

/** What systems and programs leave beside files: of macOS, Windows, Word, LibreOffice, and of our own unfinished writing. */
const leftByPrograms =
  /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\.~lock\..*#|\.cites-docs-[0-9a-f]{12}\.tmp)$/

/**
 * Files of out/ that nothing makes: somebody put them there, and readers of a pull request would take them for ours.
 * A PDF beside a Word file is its maker's own; it is not handed in.
 *
 * @param folder  out/, absolute
 * @param known  paths from there that are ours
 * @returns paths from there, in the order of the folders; links among them, none of which is followed
 */
export async function strangeFiles(folder: string, known: ReadonlySet<string>): Promise<string[]> {
  const strange: string[] = []
  let seen = 0
  const look = async (path: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(join(folder, path))) {
      if (strange.length >= most || ++seen > mostSeen) return
      const own = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory() && depth < deepest) await look(own, depth + 1)
      else if (!known.has(own) && !isPdfOf(own, known) && !leftByPrograms.test(entry.name)) strange.push(own)
    }
  }
  await look('', 1)
  return strange
}

function isPdfOf(path: string, known: ReadonlySet<string>): boolean {
  return path.endsWith('.pdf') && known.has(path.replace(/pdf$/, 'docx'))
}
