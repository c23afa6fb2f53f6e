import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {mutated, random} from '../mutate.ts'

const documents = ['sc58/bear-trade', 'sc58/d0', 'sc58/d1']

/** Each command that there is, in each of its forms; D is a document, F a folder that exists, S a sheet. */
const forms: readonly string[] = [
  'build',
  'build --verify',
  'build --certificate D',
  'build --workers 2',
  'build --final D',
  'build --no-site --format docx --format html',
  'check',
  'check --fix',
  'check --fix --all',
  'check --final --language fr',
  'check --format json',
  'check --format sarif',
  'check --format github',
  'check --format junit',
  'check --since HEAD',
  'check --max-warnings 0 D',
  'status',
  'status --date 2009-05-07 --language fr',
  'status --json',
  'new sc58/new-one --title Words --language en',
  'new sc58/new-two --kind resolution-proposal --resolution 11.3',
  'new --subject another',
  'new --dossier F/dossier',
  'release D --number 36',
  'release D --number 36.1 --revision 1 --posted 2009-05-22',
  'release D --number 36 --dry-run',
  'diff',
  'diff HEAD HEAD~1',
  'diff HEAD~1 --format markdown',
  'diff --format json',
  'diff --format html --output F/diff.html',
  'diff HEAD --docx F/redlines',
  'diff R F',
  'table D S',
  'table S --language fr',
  'amend D',
  'amend D --begin',
  'translate status',
  'translate status --units --json D',
  'translate confirm --all',
  'translate confirm D --unit mandate --state final',
  'translate start D --to es',
  'translate export --to fr --out F/out',
  'translate export --to fr --all --format omegat --out F/out',
  'translate export --to fr --all --format table --out F/out',
  'translate export --to fr --format tmx --out F/out',
  'translate export --to fr --format glossary --out F/out',
  'translate import I',
  'translate import I --confirm',
  'translate import F',
  'explain spelling',
  'git-setup',
]

/**
 * A command as it is typed, and what it needs beside the root: a history, a sheet, a file that came back.
 *
 * @param seed  the same command for the same number
 * @param root  with its files; the history is made there
 * @param beside  a folder for what is no part of it
 * @returns arguments
 */
export function commandOf(seed: number, root: string, beside: string): string[] {
  const next = random(seed)
  const form = forms[Math.floor(next() * forms.length)] ?? ''
  mkdirSync(join(beside, 'folder'), {recursive: true})
  if (/^(?:diff|check --since|git-setup)/.test(form)) putHistory(root, next)
  const sheet = join(beside, 'sheet.csv')
  if (form.startsWith('table')) writeFileSync(sheet, mutated('A,B\nx,1\n"y, z",2\n', next, 4096))
  const returned = join(beside, 'returned.xlf')
  if (form.includes(' I')) writeFileSync(returned, mutated(xliff, next, 8192))
  const words: Record<string, string> = {
    D: documents[Math.floor(next() * documents.length)] ?? '',
    F: join(beside, 'folder'),
    I: returned,
    R: root,
    S: sheet,
  }
  const args = form.split(' ').map((word) => word.replace(/^[DFIRS](?=$|\/)/, (sign) => words[sign] ?? sign))
  return form.startsWith('explain') ? args : [...args, '--root', root]
}

/** Two commits, of which the first holds other words. */
function putHistory(root: string, next: () => number): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: root,
      stdio: 'ignore',
    })
  }
  const body = join(root, 'documents/sc58/d0/body.en.md')
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'a', '--allow-empty')
  if (existsSync(body)) cpSync(body, `${body}.md`)
  if (next() < 0.5) writeFileSync(join(root, 'documents/translation.fr.jsonl'), mutated(ledger, next, 2048))
  git('add', '-A')
  git('commit', '-qm', 'b', '--allow-empty')
}

const ledger =
  '{"ledger":"source-1","original":"en","language":"fr"}\n{"unit":"x","state":"final","digest":"0"}\n'

const xliff = `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="sc58/bear-trade" source-language="en" target-language="fr" datatype="plaintext"><body>
<trans-unit id="body#mandate" resname="body#mandate"><source>At its <x id="1"/></source><target state="final">A sa <x id="1"/></target></trans-unit>
<trans-unit id="body#introduction"><source>Introduction</source><target>Introduction &amp; <g id="2">x</g></target></trans-unit>
</body></file></xliff>
`
