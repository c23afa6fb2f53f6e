import type {Source} from '../../load/index.ts'
import type {Place} from '../../message/index.ts'
import type {DocumentPlan, Dossier} from '../../resolve/index.ts'
import {translationUnits} from '../../translation/index.ts'
import {asAdopted, wordsOf} from '../words/index.ts'
import {readingOf} from './reading.ts'

/** Of a document that amends a resolution, its text with what is proposed. */
const isBody = /\/body\.[a-z]{2}\.md$/

/**
 * Which places of a file hold words as adopted or as another wrote them: adopted decisions, quotations, texts of
 * elsewhere, and what nobody changes of a text that is amended.
 *
 * @param plan  the document that is built from it
 * @returns whether the unit at a place is one of them
 */
export function adoptedPlaces(
  source: Source,
  plan: DocumentPlan,
  dossier: Dossier,
): (place: Place) => boolean {
  const {path} = source
  const id = /^documents\/decisions\/([^/]+)\//.exec(path)?.[1]
  const read = wordsOf(source, id ? dossier.subjects.get(id) : undefined, plan)
  const isOwn = path.startsWith(`documents/${plan.path}/`)
  const words = isOwn && plan.kind.adopted === true ? asAdopted(read) : read
  const units = translationUnits(source)
  const unchanged =
    isOwn && plan.yaml.value.amends !== undefined && isBody.test(path)
      ? units.filter((unit) => !readingOf(unit).isAmended)
      : []
  const quoted = units.filter(({around}) => around.isQuoted)
  const lines = new Set(
    [...words.adopted.map(({whole}) => whole), ...[...unchanged, ...quoted].map(({place}) => place)].map(
      ({start}) => start.line,
    ),
  )
  return ({start}) => lines.has(start.line)
}
