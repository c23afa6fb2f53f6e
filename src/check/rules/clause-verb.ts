import type {VFileMessage} from 'vfile-message'
import {finding, quote} from '../../message/index.ts'
import type {Usage} from '../../resolve/index.ts'
import {type Clause, type NumberedParagraph, visit} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import {acceptedText, beginsWithChange, plainLetters} from './accepted-text.ts'

/**
 * Every paragraph of a resolution begins with its verb in capitals: an error. Before the pivot it is one of the verbs
 * that the language has for the preamble, after it one for operative paragraphs: a warning, since not all verbs are
 * confirmed. A line about the text (“NB”) is no paragraph of it, words in square brackets are not decided yet, and what
 * an amended resolution had before keeps its verbs. Source: house style, R12, 1i and 2.4 (K21-K25).
 */
export const clauseVerb = ruleFamily(
  'clause-verb',
  ['clause-verb', 'verb-place'],
  ({plan, compositions, templates}) =>
    [...(plan.kind.adopted ? [] : compositions.values())].flatMap(({tree, language}) => {
      const verbs = templates.usage.get(language.code)?.value.verbs
      if (!verbs) return []
      const found: VFileMessage[] = []
      for (const part of tree.children) {
        if (!part.children.some(({type}) => type === 'pivot')) continue
        visit(part, ['clause', 'numberedParagraph'], (clause) => {
          const style = styleOf(clause)
          if (!style) return
          const [lead] = clause.children
          // The mark stands for words that a translation still lacks.
          if (lead.children.some(({type}) => type === 'missingMark')) return
          if (plan.yaml.value.amends && !beginsWithChange(lead)) return
          const fault = faultOf(acceptedText(lead).trim().replace(/^\[+/, ''), style, verbs)
          if (!fault) return
          const details = {path: part.file, place: clause.position, language: language.code}
          found.push(finding(fault.severity, fault.reason, {...details, ruleId: fault.ruleId}))
        })
      }
      return found
    }),
)

/** Where a paragraph of a resolution stands: since 2016 those after the pivot may have numbers. */
function styleOf(node: Clause | NumberedParagraph): 'preambular' | 'operative' | undefined {
  if (node.type === 'numberedParagraph') return node.isOperative ? 'operative' : undefined
  return node.style === 'preambular' || node.style === 'operative' ? node.style : undefined
}

type Fault = {severity: 'error' | 'warning'; ruleId: string; reason: string}

function faultOf(text: string, style: 'preambular' | 'operative', verbs: Usage['verbs']): Fault | undefined {
  const words = plainLetters(text.trim())
  const begins = (verb: string): boolean =>
    words.startsWith(plainLetters(verb)) && !/^\p{L}/u.test(words.slice(verb.length))
  if (words === '' || [...verbs[style], ...verbs.notes].some(begins)) return undefined
  const first = /^\S+/.exec(text.trim())?.[0] ?? ''
  const where = style === 'preambular' ? 'before the pivot' : 'after the pivot'
  const examples = verbs[style].slice(0, 4).join(', ')
  if (!/^\p{Lu}{2,}(?!\p{L})/u.test(words)) {
    const reason = `This paragraph of the resolution begins with ${quote(first)}. Begin it with its verb in capitals, ${where} such as ${examples}.`
    return {severity: 'error', ruleId: 'clause-verb', reason}
  }
  const other = style === 'preambular' ? 'operative' : 'preambular'
  const isElsewhere = verbs[other].some(begins)
  const what = isElsewhere ? `does not stand ${where}` : `is not among the verbs ${where}`
  const reason = `The verb ${quote(first)} ${what}. Write for example ${examples}, or move the paragraph.`
  return {severity: 'warning', ruleId: 'verb-place', reason}
}
