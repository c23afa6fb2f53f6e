import {cp, mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {run} from '../../src/commands/translate.ts'
import {ran} from './commands.ts'
import {smallDossier} from './fixture-root.ts'

/**
 * A copy of the small dossier whose French was confirmed, and then: words and a comma of the original were changed, an edit
 * was made in French, a paragraph was lost there, and the words of a provision were changed. The caller removes it.
 */
export async function changedSinceConfirmed(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-translated-'))
  await cp(smallDossier, root, {recursive: true})
  const folder = 'documents/sc58/bear-trade'
  await change(root, `${folder}/document.yaml`, 'fr: complete', 'fr: drafting')
  await ran(run, ['confirm', '--all', '--root', root])
  await change(root, `${folder}/body.en.md`, '1. the size; and', '1. the whole size; and')
  await change(root, `${folder}/body.en.md`, 'Trade in toy bears', 'Trade in Toy Bears')
  await change(root, `${folder}/body.en.md`, '| White ^white', '| White, mostly ^white')
  await change(root, `${folder}/body.fr.md`, "Aux taux de l'année", "Au taux de l'année")
  await change(root, `${folder}/body.fr.md`, '   2. en 2008. ^report-second\n', '')
  await change(
    root,
    'documents/decisions/bear-trade/decisions.en.yaml',
    'its value; and',
    'its full value; and',
  )
  return root
}

async function change(root: string, path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8')
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  await writeFile(
    join(root, path),
    text.replace(from, () => to),
  )
}
