import {cpSync, existsSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {changeLines} from './change-lines.ts'
import {repository} from './content-root.ts'
import {smallDossier} from './fixture-root.ts'

/**
 * A copy of the small dossier in which recipes of CONTRIBUTING.md have been followed, one after the other.
 *
 * A recipe is a folder of tests/fixtures/recipes/: `files/` holds the files that were made, at their paths; `changes.diff` the
 * lines that were put into others (see changeLines). The copy stands in tests/.actual/, so that its modules find the
 * packages of the project.
 *
 * @param name  of the copy
 * @param parts  of the project that are copied too, for recipes that change more than documents and templates
 * @returns absolute path of the copy
 */
export function followed(name: string, recipes: readonly string[], parts: readonly string[] = []): string {
  const copy = join(repository, 'tests/.actual/recipes', name)
  rmSync(copy, {recursive: true, force: true})
  for (const part of parts) cpSync(join(repository, part), join(copy, part), {recursive: true})
  cpSync(smallDossier, copy, {recursive: true})
  for (const recipe of recipes) {
    const folder = join(repository, 'tests/fixtures/recipes', recipe)
    if (existsSync(join(folder, 'files'))) cpSync(join(folder, 'files'), copy, {recursive: true})
    if (existsSync(join(folder, 'changes.diff')))
      changeLines(copy, readFileSync(join(folder, 'changes.diff'), 'utf8'))
  }
  return copy
}

/** Tests that ask something of whoever adds code. */
export const houseTests = [
  'circles',
  'directives',
  'docstrings',
  'doors',
  'editor',
  'imports',
  'rules',
  'size',
] as const

/**
 * A copy of the project with the small dossier as its documents, in which recipes have been followed.
 *
 * @returns its path; the tests of the house stand in it as modules, so that no other run takes them for tests
 */
export function followedInProject(name: string, recipes: readonly string[]): string {
  const copy = followed(name, recipes, [
    'src',
    'schemas',
    'templates',
    'docs',
    '.vscode',
    'package.json',
    'tsconfig.json',
    'documents/glossary.yaml',
    'tests/support',
    'tests/fixtures/rules',
    'tests/fixtures/small-dossier',
    'tests/fixtures/small-dossier-es',
  ])
  const messages = 'tests/fixtures/messages'
  symlinkSync(join(repository, messages), join(copy, messages))
  for (const test of houseTests)
    cpSync(join(repository, `tests/house/${test}.test.ts`), join(copy, `tests/house/${test}.ts`))
  return copy
}
