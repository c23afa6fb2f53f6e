import type {TranslationState} from '../../translation/index.ts'
import {exchangeCaps} from '../caps.ts'
import {RefusedFile} from '../refused.ts'
import {joined} from '../segment.ts'
import type {Returned, ReturnedCode, ReturnedFolder, ReturnedUnit} from '../types.ts'
import {elementsIn, type ReturnedElement, readXml} from '../xml/read-xml.ts'
import {namespace, ownNamespace} from './names.ts'

/**
 * What an XLIFF 1.2 file brings back, from whatever tool it comes: states, notes and attributes may have been dropped.
 *
 * @param bytes  of the file
 * @param file  its name
 * @throws RefusedFile  where it is no XLIFF 1.2
 */
export function readXliff(bytes: Uint8Array, file: string): ReturnedFolder[] {
  const root = readXml(bytes, file)
  if (root.name !== 'xliff' || root.namespace !== namespace)
    throw new RefusedFile({
      file,
      line: root.line,
      reason: 'This is no XLIFF 1.2. Import the file that was exported, as your tool saved it.',
    })
  let units = 0
  return elementsIn(root, 'file').map((element) => {
    const body = elementsIn(element, 'body')
    const found = body.flatMap((one) => unitsIn(one))
    units += found.length
    if (units > exchangeCaps.units)
      throw new RefusedFile({
        file,
        line: element.line,
        reason: `The file has more than ${exchangeCaps.units} units.`,
      })
    return {
      file,
      line: element.line,
      folder: element.attributes.get('original') ?? '',
      original: element.attributes.get('source-language') ?? '',
      language: element.attributes.get('target-language') ?? '',
      units: found,
    }
  })
}

/** Some tools put units into groups. */
function unitsIn(parent: ReturnedElement): ReturnedUnit[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'group') return unitsIn(child)
    return child.name === 'trans-unit' ? [unitOf(child)] : []
  })
}

function unitOf(element: ReturnedElement): ReturnedUnit {
  const [source] = elementsIn(element, 'source')
  const [target] = elementsIn(element, 'target')
  const state = target?.attributes.get('state')
  const words = target ? piecesOf(target) : []
  return {
    key: element.attributes.get('id') ?? '',
    line: (target ?? element).line,
    source: source ? piecesOf(source) : [],
    target: words.length > 0 ? words : undefined,
    state: stateOf(state, element.attributes.get('approved') === 'yes'),
    isToDo: state === undefined || state === 'new' || state.startsWith('needs-'),
    digest: element.attributes.get(`${ownNamespace} source`),
    translation: element.attributes.get(`${ownNamespace} translation`),
  }
}

function stateOf(state: string | undefined, isApproved: boolean): TranslationState {
  if (state === 'final') return 'final'
  return state === 'signed-off' || isApproved ? 'reviewed' : 'draft'
}

function piecesOf({children}: ReturnedElement): Returned {
  return joined(
    children.flatMap((child): (string | ReturnedCode)[] => {
      if (typeof child === 'string') return [child]
      // What is only marked, such as a term or a segment, is words.
      if (child.name === 'mrk') return [...piecesOf(child)]
      return [codeOf(child)]
    }),
  )
}

function codeOf(element: ReturnedElement): ReturnedCode {
  const {name, attributes} = element
  const typed = attributes.get('id') ?? ''
  const isOurs = (name === 'g' || name === 'x') && /^[1-9]\d{0,5}$/.test(typed)
  return {
    id: isOurs ? Number(typed) : undefined,
    shown: attributes.get('equiv-text') ?? `<${name} id="${typed}"/>`,
    pieces: name === 'x' ? undefined : piecesOf(element),
  }
}
