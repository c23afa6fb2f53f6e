import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import addFormats from 'ajv-formats'
import type {Log} from 'sarif'
import {repository} from './content-root.ts'

/** What the schema of the standard has against a log; see tests/fixtures/standards/README.md. */
export function faultsOfSarif(log: Log): string[] {
  const file = join(repository, 'tests/fixtures/standards/sarif-2.1.0-rtm.5.json')
  const {id, $schema: _draft4, ...schema} = JSON.parse(readFileSync(file, 'utf8'))
  const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false})
  addFormats.default(ajv)
  const isValid = ajv.compile({$id: id, ...schema})
  return isValid(log)
    ? []
    : (isValid.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}
