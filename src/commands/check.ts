import {isError} from '../message/index.ts'
import {checkContent} from '../pipeline.ts'
import {count, countMessages, hintsLeft, terminalReport} from '../report/index.ts'
import {contentHelp, contentOptions, parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `check --help` prints. */
export const help = `cites-docs check [document…]   looks at the sources and writes nothing

  --fix             put an id at the end of every paragraph, heading and item that has none
${contentHelp}`

/**
 * @param args  what stands after `check`
 * @returns exit status: 0 no error, 1 the sources have errors
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {...contentOptions, fix: {type: 'boolean'}})
  if (values.help) {
    terminal.out(help)
    return 0
  }
  const root = rootOf(values.root)
  if (values.fix) {
    const {fixUnitIds} = await import('../fix/index.ts')
    for (const {path, added} of await fixUnitIds(root, positionals))
      terminal.out(`${path}: ${count(added, 'id')} put in.\n`)
  }
  const {messages, documents, hints, texts} = await checkContent({
    root,
    documents: positionals,
    languages: values.language,
    final: values.final,
  })
  terminal.err(terminalReport(messages, {texts, color: terminal.color}))
  terminal.out(
    `${count(new Set(documents.map((document) => document.path)).size, 'document')} checked: ${countMessages(messages)}.${hintsLeft(hints)}\n`,
  )
  return messages.some(isError) ? 1 : 0
}
