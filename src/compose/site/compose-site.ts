import {compare, isError} from '../../message/index.ts'
import {type DocumentPlan, type Dossier, hasNumber, type Language} from '../../resolve/index.ts'
import {dateNodes, spellNodes} from '../dates.ts'
import {issueDate} from '../document-date.ts'
import {bodyTitle, documentTitle} from '../document-title.ts'
import {put, type Sheet, sheetFor} from '../dossier/sheet.ts'
import {contextFor} from '../make-context.ts'
import {meetingNodes} from '../meetings.ts'
import {phrase} from '../phrases.ts'
import {completeReferences} from '../references.ts'
import {symbolOf} from '../symbols.ts'
import {meetingsWithDocuments} from './meetings-with-documents.ts'
import {type ProgressOfFolders, siteTranslations} from './site-translations.ts'
import type {Refusals, SiteComposition, SiteDocument, SiteFrame, SiteMeeting, SiteRefused} from './types.ts'

/**
 * What frames the pages about all documents in one language, before any of these is composed.
 *
 * @param asOf  the day as of which the dossier is told
 * @returns undefined where there is neither a subject nor a document
 */
export function composeFrame(dossier: Dossier, language: Language, asOf: string): SiteFrame | undefined {
  const sheet = sheetOf(dossier, language, asOf)
  return sheet && frameOn(sheet)
}

/**
 * The words of the pages about all documents, in one language, not yet numbered.
 *
 * @param asOf  the day as of which the dossier is told
 * @param refusals  what is not made
 * @param progress  how far the words of each folder are in each language
 * @returns undefined where there is neither a subject nor a document
 */
export function composeSite(
  dossier: Dossier,
  language: Language,
  asOf: string,
  {refusals, progress}: {refusals: Refusals; progress: ProgressOfFolders},
): SiteComposition | undefined {
  const sheet = sheetOf(dossier, language, asOf)
  if (!sheet) return undefined
  const {context, tree} = sheet
  const plans = [...dossier.documents].sort(
    (a, b) => compare(a.yaml.value.date, b.yaml.value.date) || compare(a.path, b.path),
  )
  const documents = plans.map((plan) => siteDocument(sheet, plan, refusals))
  const composition: SiteComposition = {
    ...frameOn(sheet),
    documents,
    refused: unplanned(sheet, refusals),
    refusedSubjects: refusedSubjects(sheet, refusals),
    meetings: siteMeetings(sheet),
    translations: siteTranslations(sheet, documents, progress),
    tree,
    messages: [],
  }
  completeReferences(tree, context)
  composition.messages = context.messages.filter(isError)
  return composition
}

function sheetOf(dossier: Dossier, language: Language, asOf: string): Sheet | undefined {
  const [first] = [...dossier.subjects.values()].sort((a, b) => compare(a.id, b.id))
  // Nothing of it is printed but the words of the language.
  const subject = first ?? dossier.documents[0]?.subject
  return subject && sheetFor(dossier, subject, asOf, language)
}

function frameOn(sheet: Sheet): SiteFrame {
  const {context} = sheet
  const {site, columns, page} = context.labels
  return {
    language: context.language,
    words: site,
    columns,
    skip: page.skip,
    languagesName: page.languages,
    notesName: page.notes,
    back: page.back,
    notice: put(sheet, phrase(context, 'example-notice')),
  }
}

function siteDocument(sheet: Sheet, plan: DocumentPlan, refusals: Refusals): SiteDocument {
  const {dossier, language} = sheet.context
  // Its own context: facts are those of its day.
  const context = contextFor(dossier, plan, language)
  const {yaml, path, languages} = plan
  const refusal = refusals.documents.get(path)
  const posted = yaml.value.posted?.at(-1)
  const status = posted
    ? phrase(context, 'site-posted', {date: dateNodes(context, posted.date)})
    : phrase(context, 'site-not-posted')
  return {
    path,
    meeting: yaml.value.meeting,
    subject: yaml.value.subject,
    implements: yaml.value.implements ?? [],
    symbol: symbolOf(context, plan),
    isNumbered: hasNumber(plan.kind),
    words: {
      title: put(
        sheet,
        documentTitle(context, (code) => refusal?.languages.has(code) ?? false),
      ),
      date: put(sheet, issueDate(context)),
      status: put(sheet, status),
    },
    languages: languages.map((own) => ({...own, errors: refusal?.languages.get(own.language.code) ?? 0})),
    errors: languages.every((own) => refusal?.languages.has(own.language.code)) ? (refusal?.errors ?? 0) : 0,
  }
}

/** The documents that could not be planned, by their titles where these are known. */
function unplanned(sheet: Sheet, refusals: Refusals): SiteRefused[] {
  const {context} = sheet
  return [...context.dossier.refused].sort(compare).map((path) => ({
    name: put(sheet, bodyTitle(context, path)),
    errors: refusals.documents.get(path)?.errors ?? 1,
  }))
}

function refusedSubjects(sheet: Sheet, refusals: Refusals): SiteRefused[] {
  const {dossier, language} = sheet.context
  return [...refusals.subjects].map(([id, errors]) => {
    const words = dossier.subjects.get(id)?.words.decisions.get(language.code)?.value
    return {name: put(sheet, [{type: 'text', value: words?.subject ?? id}]), errors}
  })
}

function siteMeetings(sheet: Sheet): SiteMeeting[] {
  const {context} = sheet
  const {meetings} = context.dossier
  const listed = meetingsWithDocuments(context.dossier)
  return [...meetings.values()]
    .filter(({id}) => listed.has(id))
    .sort((a, b) => compare(a.starts, b.starts))
    .map(({id, spells}) => ({
      id,
      words: {
        name: put(sheet, meetingNodes(context, id, 'name')),
        dates: put(sheet, spellNodes(context, spells)),
      },
    }))
}
