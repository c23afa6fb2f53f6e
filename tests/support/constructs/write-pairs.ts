import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {everyBlock, everyPair} from './every-pair.ts'
import {writeBlocks} from './write-blocks.ts'

const languages = ['en', 'fr', 'es']
const preambles: Readonly<Record<string, string>> = {
  en: 'RECALLING that bears are old;',
  fr: 'RAPPELANT que les ours sont vieux;',
  es: 'RECORDANDO que los osos son viejos;',
}

const document = `kind: conference-document
meeting: cop15
symbol: {number: "99", revision: null}
author: secretariat
date: "2009-10-09"
original: en
languages: {en: complete, fr: complete, es: complete}
subject: bear-trade
captions: numbered
annexes:
  - annex-1
  - {name: annex-2, form: draft-resolution}
`

/**
 * Writes the document `cop15/pairs` into a content root: every construct and every pair that can stand in one another, in a
 * body, an annex and a resolution, in three languages.
 *
 * @param root  that of tests/fixtures/constructs, or a copy
 */
export async function writePairs(root: string): Promise<void> {
  const folder = join(root, 'documents/cop15/pairs')
  await mkdir(folder, {recursive: true})
  await writeFile(join(folder, 'document.yaml'), document)
  for (const language of languages) {
    const write = (name: string, text: string): Promise<void> =>
      writeFile(join(folder, `${name}.${language}.md`), text)
    const head = '---\ntitle: CITES\n---\n\n'
    const body = writeBlocks(everyPair('body'), {language, prefix: 'b'})
    const annex = writeBlocks(everyBlock(), {language, prefix: 'a'})
    const resolution = writeBlocks(everyPair('resolution'), {language, prefix: 'r', isResolution: true})
    await write('body', `${head}${body}`)
    await write('annex-1', `${head}${annex}`)
    await write('annex-2', `${head}${preambles[language]} ^r-recalling\n\n::pivot\n\n${resolution}`)
  }
}
