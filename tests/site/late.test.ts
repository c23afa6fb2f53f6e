import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {story} from '../support/story.ts'

// The page of the status of another day: what is late or blocked comes first, with the reason.
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-late-'))
  await cp(join(story, 'documents'), join(root, 'documents'), {recursive: true})
})
afterAll(() => rm(root, {recursive: true}))

async function attention(day: string): Promise<string> {
  await writeFile(join(root, 'documents/dashboard.yaml'), `as-of: "${day}"\n`)
  const {messages, outputs} = await build({root})
  expect(messages).toEqual([])
  const html = new TextDecoder().decode(outputs.get('dashboard/index.html')?.bytes)
  const start = html.indexOf('Late or blocked')
  const words = html.slice(start, html.indexOf('<h3>', start)).replace(/<[^>]+>/g, ' ')
  return words.replace(/[\s\u00a0]+/g, ' ').trim()
}

test('what is late comes first, with the days, then what is blocked, with what it waits for', async () => {
  const words = await attention('2009-05-27')
  expect(words).toMatch(/^Late or blocked 14\.35° d\) Publish the results .*; 20 days late ° 14\.36° /)
  expect(words).toMatch(/; waiting for 14\.35° e\)$/)
})

test('before the review was begun, the workshop waits for it', async () => {
  expect(await attention('2008-03-10')).toMatch(/14\.35° c\) Seek external funds .*; waiting for 14\.35° b\)/)
})
