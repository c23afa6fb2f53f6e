import type {VFileMessage} from 'vfile-message'
import {githubReport} from './github.ts'
import {jsonReport} from './json.ts'
import {type Checked, junitReport} from './junit.ts'
import {sarifReport} from './sarif.ts'

export {terminalReport} from './terminal.ts'

/** Forms in which other programs take messages; adding one is a file here and a line in this table. */
export const messageFormats: ReadonlyMap<
  string,
  (messages: readonly VFileMessage[], checked: readonly Checked[]) => string
> = new Map([
  ['json', jsonReport],
  ['sarif', sarifReport],
  ['github', githubReport],
  ['junit', junitReport],
])
