import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {writeTableFiles} from '../../src/sheet/index.ts'

test('where one file cannot be written, those before it are as they were', async ({onTestFinished}) => {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-sheet-'))
  onTestFinished(() => rm(root, {recursive: true}))
  for (const folder of ['a', 'b']) {
    await mkdir(join(root, folder))
    await writeFile(join(root, folder, 'body.md'), `\ufeff${folder}\r\n`)
  }
  await symlink(join(root, 'b'), join(root, 'c'))
  const files = new Map(['a', 'c'].map((folder) => [`${folder}/body.md`, 'new\n']))
  await expect(writeTableFiles(root, files)).rejects.toThrow(/is a link.*Nothing was written\./s)
  for (const folder of ['a', 'b'])
    expect(await readFile(join(root, folder, 'body.md'), 'utf8')).toBe(`\ufeff${folder}\r\n`)
  files.delete('c/body.md')
  await writeTableFiles(root, files)
  expect(await readFile(join(root, 'a/body.md'), 'utf8')).toBe('\ufeffnew\r\n')
})
