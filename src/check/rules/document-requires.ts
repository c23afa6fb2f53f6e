import type {Nodes} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Composition} from '../../compose/index.ts'
import {error, quote} from '../../message/index.ts'
import type {DocumentPlan} from '../../resolve/index.ts'
import {
  conditionLine,
  type FlowNode,
  type NumberedParagraph,
  type SectionHeading,
  toText,
} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'

const reports = ['section-missing', 'section-last', 'block-missing', 'fact-missing', 'annex-missing'] as const

/**
 * A document has what its own document.yaml says, under “requires”, that it has. Its kind asks for nothing: of seven
 * real working documents none had all that one might list. Source: house style, 10.
 */
export const documentRequires = ruleFamily('document-requires', reports, ({plan, compositions}) =>
  [...compositions.values()].flatMap((composition) => [
    ...annexFindings(plan, composition.language.code),
    ...sectionFindings(plan, composition),
    ...blockFindings(plan, composition),
    ...factFindings(plan, composition),
  ]),
)

const says = 'document.yaml says under “requires” that'
const orNot = 'or take it out there'

/** Something that is missing in a language: in the body where the words go, which has the place of the whole file. */
function missing(
  {plan, language, tree}: Composition,
  ruleId: (typeof reports)[number],
  reason: string,
  details: {path?: string; node?: FlowNode} = {},
): VFileMessage {
  const path = details.path ?? tree.children[0]?.file ?? plan.yaml.path
  return error(reason, {path, ruleId, place: details.node?.position, language: language.code})
}

/** The line of the words in which something stands that is not printed as the facts stand; nothing where none has it. */
function droppedIn(
  {dropped, plan}: Composition,
  file: string | undefined,
  holds: (node: Nodes) => boolean,
): string | undefined {
  const found = dropped.find(({node, path}) => path === file && holdsSome(node, holds))
  if (!found) return undefined
  const line = `${quote(conditionLine(found.node))} (line ${found.node.position?.start.line})`
  return `, and it stands in ${line}, which is not printed on ${plan.asOf}. Take it out of these lines, ${orNot}.`
}

function holdsSome(node: Nodes, holds: (node: Nodes) => boolean): boolean {
  return (
    holds(node) || ('children' in node && (node.children as Nodes[]).some((child) => holdsSome(child, holds)))
  )
}

function sectionFindings({yaml}: DocumentPlan, composition: Composition): VFileMessage[] {
  const {sections = [], 'last-section': wanted} = yaml.value.requires ?? {}
  const headings = (composition.tree.children[0]?.children ?? []).filter(
    (node): node is SectionHeading | NumberedParagraph =>
      (node.type === 'sectionHeading' && node.depth === 1) ||
      (node.type === 'numberedParagraph' && node.heading === 1),
  )
  const has = (id: string): boolean => headings.some((heading) => heading.unit === id)
  const last = headings.at(-1)
  return [
    ...sections
      .filter((id) => !has(id))
      .map((id) =>
        missing(
          composition,
          'section-missing',
          `${says} this document has the section ${quote(id)}${droppedIn(composition, composition.tree.children[0]?.file, (node) => node.type === 'heading' && node.data?.unitMark?.id === id) ?? `. Add a heading that ends with “^${id}”, ${orNot}.`}`,
        ),
      ),
    ...(wanted !== undefined && last && has(wanted) && last.unit !== wanted
      ? [
          missing(
            composition,
            'section-last',
            `${says} the last section of this document is ${quote(wanted)}. Move it to the end, ${orNot}.`,
            {node: last},
          ),
        ]
      : []),
  ]
}

function blockFindings({yaml, annexes}: DocumentPlan, composition: Composition): VFileMessage[] {
  return composition.tree.children.flatMap((part) => {
    const isBody = part.name === 'body'
    const wanted = isBody
      ? (yaml.value.requires?.blocks ?? [])
      : (annexes.find(({name}) => name === part.name)?.requiredBlocks ?? [])
    return wanted
      .filter((name) => !composition.directives.some((used) => used.name === name && used.part === part.name))
      .map((name) =>
        missing(
          composition,
          'block-missing',
          `${says} this ${isBody ? 'document' : 'annex'} holds “::${name}”${droppedIn(composition, part.file, (node) => 'name' in node && node.name === name) ?? `. Add it on a line of its own, ${orNot}.`}`,
          {path: part.file},
        ),
      )
  })
}

/** A translation is asked when it is complete: until then marks stand where it lacks words. */
function factFindings({yaml, languages}: DocumentPlan, composition: Composition): VFileMessage[] {
  const {language, facts, tree} = composition
  const state = languages.find((entry) => entry.language.code === language.code)?.state
  if (yaml.value.original !== language.code && state !== 'complete') return []
  return (yaml.value.requires?.facts ?? [])
    .filter((name) => !facts.some((used) => used.name === name && used.path === tree.children[0]?.file))
    .map((name) =>
      missing(
        composition,
        'fact-missing',
        `${says} this document says ${quote(`:fact[${name}]`)}${droppedIn(composition, composition.tree.children[0]?.file, (node) => node.type === 'textDirective' && node.name === 'fact' && toText(node) === name) ?? `. Write it where the sentence has use for it, ${orNot}.`}`,
      ),
    )
}

/** The annexes are named in document.yaml for every language: the report says it once. */
function annexFindings({annexes, yaml}: DocumentPlan, language: string): VFileMessage[] {
  const wanted = yaml.value.requires?.annexes ?? 0
  if (annexes.filter(({of}) => of === undefined).length >= wanted) return []
  const [number, them] = wanted === 1 ? ['one annex', 'it'] : [`${wanted} annexes`, 'them']
  return [
    error(
      `“requires” says that this document has at least ${number}. Add ${them} at “annexes”, or correct the number here.`,
      {
        path: yaml.path,
        ruleId: 'annex-missing',
        place: yaml.data.locate(['requires', 'annexes']),
        language,
      },
    ),
  ]
}
