// remark-docx by itself: every Markdown file of a folder as a Word file, in one process.
//   node tests/bench/remark-docx.js <folder> <folder for the files>
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import remarkDocx from 'remark-docx'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

// It calls helpers of iterators, which Node 20 has not.
const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))
iterators.reduce ??= function (add, start) {
  let sum = start
  for (const one of this) sum = add(sum, one)
  return sum
}

const [folder, files] = process.argv.slice(2)
const processor = unified().use(remarkParse).use(remarkDocx)
for (const name of readdirSync(folder)) {
  const {result} = await processor.process(readFileSync(join(folder, name), 'utf8'))
  writeFileSync(join(files, `${name}.docx`), Buffer.from(await result))
}
