import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {mutated, random} from '../mutate.ts'

const documents = ['sc58/bear-trade', 'sc58/bear-trade', 'sc58/d0', 'sc58/d1']

/** Those that a dossier with a text in force is needed for. */
export const amendingForms: readonly string[] = [
  'amend cop16/makers',
  'amend cop16/makers --dry-run',
  'amend cop16/begun --begin',
  'build cop16/makers',
]

/** Each command that there is, in each of its forms; D is a document, F a folder that exists, S a sheet. */
export const forms: readonly string[] = [
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
  'new sc58/new-one --kind standing-committee-document --title Words --language en',
  'new cop14/new-two --kind conference-document --title Words',
  'new --subject another --title Words --meeting cop14',
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
 * @param forms  of which one is taken
 * @param place  `root` with its files, where the history is made; `beside`, a folder for what is no part of it; `exported`,
 *   what “translate export” wrote of the dossier before it was spoilt
 * @returns arguments
 */
export function commandOf(
  seed: number,
  forms: readonly string[],
  {root, beside, exported}: {root: string; beside: string; exported: string},
): string[] {
  const next = random(seed)
  const form = forms[Math.floor(next() * forms.length)] ?? ''
  mkdirSync(join(beside, 'folder'), {recursive: true})
  if (/^(?:diff|check --since|git-setup)/.test(form)) putHistory(root, next)
  const sheet = join(beside, 'sheet.csv')
  if (form.startsWith('table')) writeFileSync(sheet, mutated('A,B\nx,1\n"y, z",2\n', next, 4096))
  const returned = join(beside, 'returned.xlf')
  if (form.includes(' I')) writeFileSync(returned, next() < 0.2 ? exported : mutated(exported, next, 32_768))
  const words: Record<string, string> = {
    D: documents[Math.floor(next() * documents.length)] ?? '',
    F: join(beside, 'folder'),
    I: returned,
    R: root,
    S: sheet,
  }
  const args = form.split(' ').map((word) => word.replace(/^[DFIRS](?=$|\/)/, (sign) => words[sign] ?? sign))
  return /^(?:explain|new --dossier)/.test(form) ? args : [...args, '--root', root]
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
  if (existsSync(body)) writeFileSync(body, mutated(readFileSync(body, 'utf8'), next, 8192))
  if (next() < 0.5) writeFileSync(join(root, 'documents/translation.fr.jsonl'), mutated(ledger, next, 2048))
  git('add', '-A')
  git('commit', '-qm', 'b', '--allow-empty')
}

const ledger =
  '{"ledger":"source-1","original":"en","language":"fr"}\n{"unit":"x","state":"final","digest":"0"}\n'
