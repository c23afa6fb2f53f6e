import {resolveContent} from '../../content.ts'
import {isError, printed, sortMessages} from '../../message/index.ts'
import {sortedJson} from '../../render/index.ts'
import {causesLast, grouped, terminalReport, translationReport} from '../../report/index.ts'
import {folderName, selected, standings, standingsRecord} from '../../translate/index.ts'
import {parse, rootOf} from '../options.ts'
import type {Terminal} from '../terminal.ts'

/** What `translate status --help` prints. */
export const help = `cites-docs translate status [document…]   shows how far translations are

Units are what is translated as a whole: paragraphs, headings, cells, captions, notes, words of YAML. They are missing;
stale, where the original was changed since the translation was confirmed; or unconfirmed, where the translation was.
Words to do are those of units that are missing or stale: revised where they were confirmed once and changed since,
else by how many of their words stand in a unit that was confirmed.

  --to L        only this language, such as fr; may be repeated
  --units       also name each unit that needs something
  --json        as data, in the form of schemas/translation-status.schema.json
  --root DIR    folder that holds documents/ (default: here)
  -h, --help    this text
`

/**
 * @param args  what stands after `translate status`
 * @returns exit status: 0 done, 1 a file has errors and is not counted; the others are shown
 * @throws UsageError  where a folder or language is named that is not translated
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    to: {type: 'string', multiple: true},
    units: {type: 'boolean'},
    json: {type: 'boolean'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const {dossier, messages, texts} = await resolveContent({root: rootOf(values.root)})
  const {color, width} = terminal
  const errors = sortMessages(messages.filter(isError))
  const tellErrors = (): number => {
    if (errors.length === 0) return 0
    terminal.err(terminalReport(causesLast(grouped(errors, texts)), {texts, color, width}))
    terminal.err(printed('Files with errors are not counted.\n'))
    return 1
  }
  if (dossier.translations.length === 0 && errors.length > 0) return tellErrors()
  const found = standings(
    dossier.translations,
    selected(dossier, {folders: positionals, languages: values.to}),
  )
  const shown = found.map(({translation, progress}) => ({
    name: folderName(translation.folder),
    translation,
    progress,
  }))
  const options = {width, color: terminal.outColor, hasUnits: values.units === true}
  terminal.out(
    printed(values.json ? sortedJson(standingsRecord(found)) : translationReport(shown, options), {
      color: terminal.outColor,
    }),
  )
  return tellErrors()
}
