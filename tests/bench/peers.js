// Other tools on the same words, in the Markdown that they read.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bodyOf} from './corpus.js'
import {isThere, measure} from './measure.js'

/** A body as plain Markdown: no names of units, no directives, tables with bars as they are. */
function plain(body) {
  return body
    .replace(/ \^[a-z0-9-]+/g, '')
    .replace(/^:::.*\n/gm, '')
    .replace(/:ref\[[^\]]*\]/g, 'paragraph 1')
}

/**
 * Measures them.
 *
 * @param {string} folder  where words and files are put
 * @param {number} bodies
 * @param {number} runs
 * @returns {[name: string, result: ReturnType<typeof measure> | undefined][]}  undefined where one is not installed
 */
export function peers(folder, bodies, runs) {
  const [words, files] = [join(folder, 'plain'), join(folder, 'plain-files')]
  for (const path of [words, files]) mkdirSync(path, {recursive: true})
  const codes = ['en', 'fr', 'es']
  for (let at = 0; at < bodies; at++)
    writeFileSync(join(words, `${at}.md`), plain(bodyOf(Math.floor(at / 3) + 1, codes[at % 3])))
  const each = (command) => `ls ${words} | xargs -P2 -I{} ${command}`
  const pandoc = (ending) => each(`pandoc -s ${words}/{} -o ${files}/{}.${ending}`)
  const remark = fileURLToPath(new URL('remark-docx.js', import.meta.url))
  return [
    ['pandoc, DOCX, two at once', isThere('pandoc') ? measure(pandoc('docx'), {runs}) : undefined],
    [
      'pandoc, DOCX and HTML, two at once',
      isThere('pandoc') ? measure(`${pandoc('docx')}; ${pandoc('html')}`, {runs}) : undefined,
    ],
    ['remark-docx alone', measure(`node ${remark} ${words} ${files}`, {runs})],
    ['ninja with nothing to do', isThere('ninja') ? ninja(folder, bodies, runs) : undefined],
  ]
}

/** Four files a body, copied once; then there is nothing to do. */
function ninja(folder, bodies, runs) {
  const root = join(folder, 'ninja')
  mkdirSync(join(root, 'from'), {recursive: true})
  const rules = Array.from({length: bodies}, (_, at) => {
    writeFileSync(join(root, 'from', `${at}`), String(at))
    return [1, 2, 3, 4].map((file) => `build to/${at}.${file}: copy from/${at}\n`).join('')
  })
  writeFileSync(join(root, 'build.ninja'), `rule copy\n  command = cp $in $out\n${rules.join('')}`)
  return measure('ninja', {runs: runs + 1, cwd: root, times: 1})
}
