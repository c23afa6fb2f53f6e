import {createHash} from 'node:crypto'
import type {Log, PhysicalLocation, Region, ReportingDescriptor, Result} from 'sarif'
import type {VFileMessage} from 'vfile-message'
import {compare, isError, type Printed, printable, printed} from '../../message/index.ts'
import type {RulePage} from '../rule-pages.ts'
import {capped} from './capped.ts'
import {spanOf} from './json.ts'

/**
 * Messages in SARIF 2.1.0 (OASIS Standard), which code hosts read. No absolute path and no time stand in it, so that
 * the same sources give the same bytes.
 */
export function sarifReport(
  messages: readonly VFileMessage[],
  _documents: unknown,
  pages: ReadonlyMap<string, RulePage>,
): Printed {
  const {shown} = capped(messages)
  const rules = [...new Set(shown.map(ruleOf))].sort(compare)
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'cites-docs', rules: rules.map((id) => descriptor(id, pages))}},
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {CONTENTROOT: {description: {text: 'The folder that holds documents/.'}}},
        results: shown.map((message) => result(message, rules)),
      },
    ],
  }
  return printed(`${JSON.stringify(log, undefined, 2)}\n`)
}

function ruleOf({ruleId}: VFileMessage): string {
  return printable(ruleId ?? '')
}

/** A rule with its page, which a code host shows beside the finding. */
function descriptor(id: string, pages: ReadonlyMap<string, RulePage>): ReportingDescriptor {
  const page = pages.get(id)
  if (!page) return {id}
  return {
    id,
    shortDescription: {text: page.summary.replaceAll('`', '')},
    help: {text: page.text, markdown: page.text},
  }
}

function result(message: VFileMessage, rules: readonly string[]): Result {
  const {start, end} = spanOf(message)
  const [file, ruleId, reason] = [printable(message.file ?? ''), ruleOf(message), printable(message.reason)]
  const {also} = message
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    level: isError(message) ? 'error' : 'warning',
    message: {text: reason},
    locations: [
      {
        physicalLocation: location(file, {
          startLine: start.line,
          startColumn: start.column,
          endLine: end.line,
          endColumn: end.column,
        }),
      },
    ],
    ...(also
      ? {
          relatedLocations: also.map((other, id) => ({
            id,
            message: {text: other.message ?? 'The same in another language.'},
            physicalLocation: location(other.file, {startLine: other.line, startColumn: other.column}),
          })),
        }
      : {}),
    // The same finding in another line is the same finding.
    partialFingerprints: {
      'ruleFileAndWords/v1': createHash('sha256').update([ruleId, file, reason].join('\u0000')).digest('hex'),
    },
  }
}

function location(file: string, region: Region): PhysicalLocation {
  // A path may hold what an address may not.
  const uri = printable(file).split('/').map(encodeURIComponent).join('/')
  return {artifactLocation: {uri, uriBaseId: 'CONTENTROOT'}, region}
}
