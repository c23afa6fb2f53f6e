import type {VFileMessage} from 'vfile-message'
import type {Printed} from '../../message/index.ts'
import type {RulePage} from '../rule-pages.ts'
import {githubReport} from './github.ts'
import {jsonReport} from './json.ts'
import {type Checked, junitReport} from './junit.ts'
import {sarifReport} from './sarif.ts'

export {causesLast} from './causes-last.ts'
export {isMendable, terminalReport} from './terminal.ts'

/** Messages, the documents that were checked, and the pages of the rules, to text for another program. */
type MessageFormat = (
  messages: readonly VFileMessage[],
  checked: readonly Checked[],
  pages: ReadonlyMap<string, RulePage>,
) => Printed

/** Forms in which other programs take messages; adding one is a file here and a line in this table. */
export const messageFormats: ReadonlyMap<string, MessageFormat> = new Map<string, MessageFormat>([
  ['json', jsonReport],
  ['sarif', sarifReport],
  ['github', githubReport],
  ['junit', junitReport],
])
