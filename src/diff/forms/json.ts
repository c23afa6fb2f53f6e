import type {VFileMessage} from 'vfile-message'
import {sortedJson} from '../../render/index.ts'
import type {Change, DiffReport, LanguageDiff, SideName, TranslationChange} from '../types.ts'

/** The report as data, in the form of schemas/diff.schema.json. */
export function jsonDiff(report: DiffReport): string {
  const {before, after, documents, translations, ...rest} = report
  return sortedJson({
    ...rest,
    before: sideRecord(before),
    after: sideRecord(after),
    documents: documents.map(({languages, ...document}) => ({
      ...document,
      languages: languages.map(languageRecord),
    })),
    translations: translations.map(({isSmall, ...translation}: TranslationChange) => ({
      ...translation,
      'is-small': isSmall,
    })),
  })
}

function sideRecord({name, commit, errors}: SideName): object {
  return {name, commit, errors: errors.map(errorRecord)}
}

function errorRecord({file, line, column, ruleId, reason}: VFileMessage): object {
  return {file: file ?? '', line: line ?? 1, column: column ?? 1, rule: ruleId ?? '', reason}
}

function languageRecord({changes, ...language}: LanguageDiff): object {
  return {...language, changes: changes.map((change: Change) => ({...change}))}
}
