import {type Field, readFields} from './fields.ts'
import {storyParts, type WordPackage} from './package.ts'
import {attribute, childrenOf, type XmlElement} from './xml.ts'

/** Names of the parts that a document may have; any other is a fault. */
export const ALLOWED_PARTS: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^word\/(?:document|styles|numbering|settings|footnotes|comments|footer[1-9]\d*)\.xml$/,
  /^word\/_rels\/document\.xml\.rels$/,
  /^word\/media\/image[1-9]\d*\.(?:png|jpeg)$/,
  /^docProps\/(?:core|app|custom)\.xml$/,
  /^customXml\/(?:item1|itemProps1)\.xml$/,
  /^customXml\/_rels\/item1\.xml\.rels$/,
]

/** Fields that a document may have, with the switches of each (ECMA-376 Part 1, 17.16.5). */
export const ALLOWED_FIELDS: ReadonlyMap<string, {bookmark: boolean; switches: readonly string[]}> = new Map([
  ['PAGE', {bookmark: false, switches: []}],
  ['REF', {bookmark: true, switches: ['\\n', '\\h']}],
  ['PAGEREF', {bookmark: true, switches: ['\\h']}],
  ['NOTEREF', {bookmark: true, switches: ['\\f', '\\h']}],
])

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** Entries of the archive that are not on the list of parts, or that are there twice (case put aside). */
export function partFaults(pkg: WordPackage): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const name of pkg.names) {
    if (!ALLOWED_PARTS.some((allowed) => allowed.test(name))) faults.push(`part-name: ${name}`)
    if (seen.has(name.toLowerCase())) faults.push(`part-twice: ${name}`)
    seen.add(name.toLowerCase())
  }
  return faults
}

/** Whether a link may leave the document: https, http or mailto, no user name, nothing a program may misread. */
function isSafeTarget(target: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(target) || !URL.canParse(target)) return false
  const {protocol, username, password} = new URL(target)
  return ['https:', 'http:', 'mailto:'].includes(protocol) && username === '' && password === ''
}

function relationshipFault(relationship: XmlElement): string | null {
  const target = attribute(relationship, 'Target') ?? ''
  const type = attribute(relationship, 'Type') ?? ''
  const mode = attribute(relationship, 'TargetMode') ?? 'Internal'
  if (mode === 'Internal') {
    return /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(target) ? `relationship-internal: ${target}` : null
  }
  if (type !== HYPERLINK) return `relationship-type: ${type} to ${target}`
  return isSafeTarget(target) ? null : `relationship-target: ${target}`
}

/**
 * Relationships (ECMA-376 Part 2, 9.3) that leave the package and are no hyperlink with https, http or mailto,
 * or that are called internal and have an outside target.
 */
export function relationshipFaults(pkg: WordPackage): string[] {
  return [...pkg.parts].flatMap(([part, root]) => {
    if (!part.endsWith('.rels')) return []
    return childrenOf(root, 'Relationship').flatMap((one) => {
      const fault = relationshipFault(one)
      return fault === null ? [] : [`${fault} (${part})`]
    })
  })
}

function instructionFault(field: Field): string | null {
  const allowed = ALLOWED_FIELDS.get(field.name)
  if (field.kind === 'simple') return `field-simple: ${field.instruction}`
  if (allowed === undefined) return `instruction: ${field.instruction}`
  const strange = field.switches.find((one) => !allowed.switches.includes(one.toLowerCase()))
  if (strange !== undefined) return `instruction-switch: ${field.instruction}`
  if (allowed.bookmark !== (field.bookmark !== null) || field.extra.length > 0) {
    return `instruction-argument: ${field.instruction}`
  }
  return null
}

/**
 * Fields (ECMA-376 Part 1, 17.16) in every part that holds paragraphs, deleted ones included: instructions or
 * switches outside the allowed list, simple fields, fields that do not begin and end in one paragraph.
 */
export function fieldFaults(pkg: WordPackage): string[] {
  return storyParts(pkg).flatMap((part) => {
    const {fields, faults} = readFields(pkg, part)
    return [
      ...faults.map((one) => `field-broken: ${one} (${part})`),
      ...fields.flatMap((field) => {
        const fault = instructionFault(field)
        return fault === null ? [] : [`${fault} (${part})`]
      }),
    ]
  })
}
