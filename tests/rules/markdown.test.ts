import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {messagesOf} from '../support/rule-examples.ts'

// What an author typed that is no Markdown: a folder for each case, whose name is the claim.
//   input.<language>.md   words of a body, without its front matter
//   messages.txt          what is found; empty where silence is right
const folder = fileURLToPath(new URL('../fixtures/markdown', import.meta.url))

test.each(readdirSync(folder))('%s', async (name) => {
  const [source = ''] = readdirSync(join(folder, name)).filter((file) => file !== 'messages.txt')
  const language = /^input\.([a-z]{2})\.md$/.exec(source)?.[1]
  expect(language, `${source} is a file of the test`).toBeDefined()
  const found = messagesOf(`md ${language}`, readFileSync(join(folder, name, source), 'utf8').trimEnd())
  const isSilent = name.includes('-are-meant-')
  if (isSilent) expect(found).toEqual([])
  else expect(found.length).toBeGreaterThan(0)
  await expect(found.map((line) => `${line}\n`).join('')).toMatchFileSnapshot(
    join(folder, name, 'messages.txt'),
  )
})
