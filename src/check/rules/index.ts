import type {Rule} from '../types.ts'
import {amendedWords} from './amended-words.ts'
import {blockTwice} from './block-twice.ts'
import {clauseVerb} from './clause-verb.ts'
import {deadlineMissed} from './deadline-missed.ts'
import {decisionReport} from './decision-report.ts'
import {decisionSubject} from './decision-subject.ts'
import {documentRequires} from './document-requires.ts'
import {draftBudget} from './draft-budget.ts'
import {final} from './final.ts'
import {instrumentRevision} from './instrument-revision.ts'
import {lateReport} from './late-report.ts'
import {paragraphCapital} from './paragraph-capital.ts'
import {parityTables} from './parity-tables.ts'
import {parityUnits} from './parity-units.ts'
import {posted} from './posted.ts'
import {quotationVerbatim} from './quotation-verbatim.ts'
import {repealLast} from './repeal-last.ts'
import {reportStatus} from './report-status.ts'
import {resolutionTask} from './resolution-task.ts'
import {struckItem} from './struck-item.ts'
import {submitter} from './submitter.ts'
import {typedLabel} from './typed-label.ts'
import {unitIds} from './unit-ids.ts'

export {factsRules} from './facts/index.ts'
export {pairRules} from './pairs/index.ts'
export {wordsRules} from './words/index.ts'

/** Every house rule about a document. */
export const rules: readonly Rule[] = [
  amendedWords,
  blockTwice,
  clauseVerb,
  deadlineMissed,
  decisionReport,
  decisionSubject,
  documentRequires,
  draftBudget,
  final,
  instrumentRevision,
  lateReport,
  paragraphCapital,
  parityTables,
  parityUnits,
  posted,
  quotationVerbatim,
  repealLast,
  reportStatus,
  resolutionTask,
  struckItem,
  submitter,
  typedLabel,
  unitIds,
]
