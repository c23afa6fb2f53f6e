import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {projectRoot} from '../support/built.ts'

// Installing the tarball asks the registry, so it runs where that is expected: in CI.
const inCi = Boolean(process.env.CITES_DOCS_ALL_TESTS)

/** Kinds that take the most different ways through the templates of the package. */
const kinds = ['standing-committee-document', 'committee-draft-decisions', 'general-notification']

const typedFolder = join(projectRoot, 'tests/package/typed')
const typed = readdirSync(typedFolder).filter((name) => name !== 'README.md')

/** The document.yaml of each document of a root. */
const documentsOf = (name: string): string[] =>
  readdirSync(join(typedFolder, name, 'documents'), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('/document.yaml'))
    .map((path) => readFileSync(join(typedFolder, name, 'documents', path), 'utf8'))

test('each kind that is shipped was typed from the pages of the package', () => {
  const used = new Set(typed.flatMap(documentsOf).flatMap((yaml) => /^kind: (.+)$/m.exec(yaml)?.[1] ?? []))
  const kinds = readdirSync(join(projectRoot, 'templates/kinds')).map((name) => name.replace('.yaml', ''))
  expect(kinds.filter((kind) => !used.has(kind))).toEqual([])
})

describe.skipIf(!inCi)(
  'the package, installed beside a small dossier (needs the registry; CI runs it)',
  () => {
    // Where CI has installed it already; its steps are timed one by one.
    const installed = process.env.CITES_DOCS_INSTALLED || undefined
    let folder: string
    const command = (...args: string[]): string =>
      run('node', 'node_modules/cites-docs/dist/cites-docs.js', ...args)
    const run = (program: string, ...args: string[]): string =>
      execFileSync(program, args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']})

    beforeAll(() => {
      folder = installed ?? mkdtempSync(join(tmpdir(), 'cites-docs-package-'))
      if (!installed) execFileSync(join(projectRoot, 'tests/package/install'), [folder])
      cpSync(join(projectRoot, 'tests/fixtures/small-dossier/documents'), join(folder, 'documents'), {
        recursive: true,
      })
    }, 240_000)

    afterAll(() => (installed ? undefined : rmSync(folder, {recursive: true, force: true})))

    test('the command builds the dossier with the templates of the package', () => {
      expect(run('npx', 'cites-docs', 'build')).toMatch(
        // Its eight files, two calendars, the register, nine pages about all documents.
        /^1 document in en, fr \(docx, html, units, txt\): 20 files written/,
      )
      expect(readFileSync(join(folder, 'out/sc58/bear-trade.en.txt'), 'utf8')).toContain(
        '4. The Standing Committee is invited',
      )
    })

    test('the command builds the dossier of another matter, which has a sort of facts of its own', () => {
      cpSync(join(projectRoot, 'tests/fixtures/own-facts'), join(folder, 'own-facts'), {recursive: true})
      expect(command('build', '--root', 'own-facts')).toMatch(
        /^1 document in en, fr, es \(docx, html, units, txt\): \d+ files written.*; 0 errors, 0 warnings/,
      )
      const text = readFileSync(join(folder, 'own-facts/out/sc61/ivory-stocks.en.txt'), 'utf8')
      expect(text.replaceAll('\u00a0', ' ')).toContain('Total |  | 1,164° | USD 169,500°')
    })

    // Half a page of each kind, typed by somebody who had the pages of this package and nothing else.
    test.each(typed)('the command takes what was typed from its pages alone: %s', (name) => {
      cpSync(join(typedFolder, name), join(folder, name), {recursive: true})
      const count = documentsOf(name).length
      expect(command('build', '--root', name, '--format', 'txt')).toMatch(
        new RegExp(`^${count} documents in [a-z, ]+ \\(txt\\): .*; 0 errors, 0 warnings`),
      )
    })

    test('is small, and no weakness of what it brings is known', () => {
      const [kilobytes = ''] = run('du', '-sk', 'node_modules').split('\t')
      expect(Number(kilobytes)).toBeLessThan(60 * 1024)
      const {stdout} = spawnSync('npm', ['audit', '--json'], {cwd: folder, encoding: 'utf8'})
      const audit = JSON.parse(stdout)
      // Some registries do not answer; then nothing is known, and the step “Audit” of CI says so.
      if (audit.statusCode !== undefined) expect(audit.message).toMatch(/advisories|audit/)
      else expect(audit.metadata.vulnerabilities.total).toBe(0)
    })

    test('a new dossier takes documents, passes check and is built', () => {
      command('new', '--dossier', 'begun')
      expect(readFileSync(join(folder, 'begun/.gitignore'), 'utf8')).toContain('\n/edited/\n')
      const own = [
        '--title',
        'Toy bears',
        '--committee',
        'II',
        '--subject',
        'example-subject',
        '--root',
        'begun',
      ]
      // Of every kind: tests/commands/new.test.ts.
      for (const kind of kinds) {
        const meeting = /conference|committee-draft|amended/.test(kind) ? 'cop15' : 'sc58'
        command('new', `${meeting}/new-${kind}`, '--kind', kind, ...own)
      }
      expect(command('check', '--root', 'begun')).toMatch(
        new RegExp(`^${kinds.length + 1} documents checked: 0 errors`),
      )
      expect(command('build', '--root', 'begun')).toMatch(
        new RegExp(`^${kinds.length + 1} documents in en, fr, es .*; 0 errors`),
      )
    }, 240_000)

    test('build is a function that TypeScript knows', () => {
      const script = [
        "import {build, type BuildResult} from 'cites-docs'",
        "const result: BuildResult = await build({root: '.', languages: ['fr'], formats: ['txt']})",
        "console.log([...result.outputs.keys()].join(' '), result.messages.length)",
      ]
      writeFileSync(join(folder, 'use.ts'), `${script.join('\n')}\n`)
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {strict: true, module: 'nodenext', target: 'es2023', outDir: 'built', types: []},
          files: ['use.ts'],
        }),
      )
      // Declarations of ours and of what they name are read too: skipLibCheck is off.
      execFileSync(join(projectRoot, 'node_modules/.bin/tsc'), ['-p', folder], {stdio: 'inherit'})
      expect(run('node', 'built/use.js').trim()).toBe('sc58/bear-trade.fr.txt 0')
      expect(existsSync(join(folder, 'node_modules/mermaid'))).toBe(false)
    })
  },
)
