import {error, quote} from '../../message/index.ts'
import type {DocumentPlan} from '../../resolve/index.ts'
import type {FlowNode, SectionHeading} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import type {Rule} from '../types.ts'

/** A document has what its kind must have: sections, a last section, annexes, blocks. Source: templates/kinds/. */
export const kindNeeds = ruleFamily(
  'kind-needs',
  ['section-missing', 'section-last', 'block-missing', 'fact-missing', 'annex-missing'],
  ({plan, compositions}) => {
    const needs = plan.kind.needs
    return [...compositions.values()].flatMap(({tree, language, directives, facts}) => {
      const [body] = tree.children
      const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
      const path = body?.file ?? plan.yaml.path
      const headings = (body?.children ?? []).filter(
        (node): node is SectionHeading => node.type === 'sectionHeading' && node.depth === 1,
      )
      const found: ReturnType<Rule['look']> = []
      const say = (reason: string, ruleId: string, node?: FlowNode): void => {
        found.push(error(reason, {path, ruleId, place: node?.position, language: language.code}))
      }
      for (const id of needs.sections ?? []) {
        if (!headings.some((heading) => heading.unit === id))
          say(
            `A document of this kind has the section ${quote(id)}. Add a heading that ends with “^${id}”.`,
            'section-missing',
          )
      }
      const last = headings.at(-1)
      const isThere = headings.some((heading) => heading.unit === needs['last-section'])
      if (needs['last-section'] && isThere && last && last.unit !== needs['last-section'])
        say(
          `The last section of a document of this kind is ${quote(needs['last-section'])}. Move it to the end.`,
          'section-last',
          last,
        )
      for (const part of tree.children) {
        const form = plan.annexes.find(({name}) => name === part.name)?.form
        const wanted = (part.name === 'body' ? needs : form?.needs)?.directives ?? []
        const what = part.name === 'body' ? 'A document of this kind' : 'An annex of this form'
        for (const name of wanted) {
          if (directives.some((used) => used.name === name && used.part === part.name)) continue
          const reason = `${what} holds “::${name}”. Add it on a line of its own.`
          found.push(error(reason, {path: part.file, ruleId: 'block-missing', language: language.code}))
        }
      }
      // A translation is asked when it is complete: until then marks stand where it lacks words.
      const isTranslating = plan.yaml.value.original !== language.code && state !== 'complete'
      for (const name of isTranslating ? [] : (needs.facts ?? [])) {
        if (facts.some((used) => used.name === name && used.path === path)) continue
        say(
          `A document of this kind says ${quote(`:fact[${name}]`)}. Write it where the sentence needs it.`,
          'fact-missing',
        )
      }
      return [...annexFindings(plan, language.code), ...found]
    })
  },
)

/** The annexes are named in document.yaml for every language: the report says it once. */
function annexFindings({annexes, yaml, kind}: DocumentPlan, language: string): ReturnType<Rule['look']> {
  const wanted = kind.needs.annexes ?? 0
  if (annexes.filter(({of}) => of === undefined).length >= wanted) return []
  const [number, them] = wanted === 1 ? ['one annex', 'it'] : [`${wanted} annexes`, 'them']
  return [
    error(`A document of this kind has at least ${number}. Add ${them} here, at “annexes”.`, {
      path: yaml.path,
      ruleId: 'annex-missing',
      place: yaml.data.locate(['annexes']),
      language,
    }),
  ]
}
