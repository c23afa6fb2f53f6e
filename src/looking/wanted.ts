import {type Asking, documentPath, languagesOf} from '../asked.ts'
import {type DocumentPlan, dependsOn} from '../resolve/index.ts'

/** Whether a file is of a document that is asked for; of all where none is named. */
export function isNamedIn(documents: readonly string[] = []): (path: string) => boolean {
  const folders = documents.map((given) => `documents/${documentPath(given)}/`)
  return (path) => folders.length === 0 || folders.some((folder) => path.startsWith(folder))
}

/** Words that only a new document begins with concern no document that is there. */
export function isSharedAsked(path: string, {documents}: Asking): boolean {
  return !documents?.length || !path.startsWith('templates/starters.')
}

/** Whether a file is asked about: some document that is asked for is built from it. */
export function isAskedFor(path: string, plans: readonly DocumentPlan[], {documents}: Asking): boolean {
  if (!documents?.length) return true
  return plans.some((plan) => languagesOf(plan).some((code) => dependsOn(plan, code, path)))
}

/** Whether a document is asked for in a language. */
export function isWantedIn(code: string, {languages}: Asking): boolean {
  return languages?.includes(code) ?? true
}
