import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'
import {documentLanguages} from '../support/documents.ts'
import {story, storyIn} from '../support/story.ts'

// Tests look at the documents of the project itself, which tests/support/story.ts names, and at no others.

/** Ways to the documents and outputs of the whole project, whatever somebody added to them. */
const wholeProject =
  /(?:repository|projectRoot),\s*['"`](?:documents|out)\b|(?:sourcesOf|outOf)\((?:repository|projectRoot)|readContent\((?:repository|projectRoot), \['documents'|root: (?:repository|projectRoot)\b/

/** That out/ is what the sources give holds for all of it; its own expectations are the story's. */
const allowed = ['properties/build.test.ts']

test('no test looks at documents and outputs but those of the story', () => {
  const folder = join(repository, 'tests')
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('fixtures/') && !name.startsWith('.'))
  const found = files.filter((name) => wholeProject.test(readFileSync(join(folder, name), 'utf8')))
  expect(found.sort()).toEqual(allowed)
})

test('every document of the story is there', () => {
  const names = [...storyIn(story).keys()]
  for (const name of documentLanguages) {
    const [path, language] = name.split('.')
    expect(names).toContain(`${path}/body.${language}.md`)
  }
})
