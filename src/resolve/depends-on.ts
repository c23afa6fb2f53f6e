import type {DocumentPlan} from './types.ts'

/**
 * Whether a document in one language is built from a file, so that an error there refuses it.
 * A file of another language never does: the original is not refused for a translation's sake.
 *
 * @param plan  the document
 * @param language  code, such as `fr`
 * @param path  path of the file from the content root
 */
export function dependsOn(
  plan: Pick<DocumentPlan, 'path' | 'yaml' | 'kind'> & {subject: {id: string}; proposed?: {id: string}},
  language: string,
  path: string,
): boolean {
  // words of another language
  const other = /\.([a-z]{2})\.(?:yaml|md)$/.exec(path)?.[1]
  if (other && other !== language) return false
  return (
    path.startsWith(`documents/${plan.path}/`) ||
    path.startsWith(`documents/decisions/${plan.subject.id}/`) ||
    (plan.proposed !== undefined && path.startsWith(`documents/decisions/${plan.proposed.id}/`)) ||
    (path.startsWith('templates/') && !isOther('kinds', plan.yaml.value.kind, path)) ||
    /^documents\/meetings\./.test(path) ||
    (printsAgenda(plan) && path.startsWith(`documents/agendas/${plan.yaml.value.meeting}.`))
  )
}

function printsAgenda({kind}: Pick<DocumentPlan, 'kind'>): boolean {
  return kind.needs.directives?.includes('agenda') ?? false
}

/** A kind of other documents. */
function isOther(folder: string, name: string, path: string): boolean {
  return path.startsWith(`templates/${folder}/`) && path !== `templates/${folder}/${name}.yaml`
}
