import type {Source} from '../../load/index.ts'
import type {Asking, DecisionRecord, ProvisionRecord, Subject} from '../../resolve/index.ts'
import {markdownWords} from './markdown-words.ts'
import type {Words, WordsList} from './types.ts'
import {type YamlPassage, yamlWords} from './yaml-words.ts'

/**
 * Everything that rules about words look at in one file: Markdown with its front matter, or YAML words.
 *
 * @param source  a file that has been validated
 * @param subject  the subject whose words it holds, if it is one: its decisions are lists
 * @param plan  the document that is built from it: on its day it is asked which words are printed
 * @param isAmended  whether it is a resolution as adopted with changes that are proposed: its title is adopted too
 */
export function wordsOf(
  source: Source,
  subject: Subject | undefined,
  plan: Asking,
  isAmended = false,
): Words {
  const {path} = source
  const text = String(source.file)
  const yaml = yamlWords(source)
  if (source.kind === 'markdown') {
    const {passages, lists, unled, adopted} = markdownWords(source, isAmended, plan)
    const titles = yaml.map((passage) => ({...passage, role: 'title' as const}))
    const isAdopted = ({pointer}: YamlPassage): boolean => isAmended && pointer[0] === 'title'
    return {
      path,
      text,
      passages: [...titles.filter((title) => !isAdopted(title)), ...passages],
      lists,
      unled,
      adopted: [...titles.filter(isAdopted), ...adopted],
    }
  }
  // A text of elsewhere is as it was adopted.
  if (path.startsWith('documents/texts/'))
    return {path, text, passages: [], lists: [], unled: [], adopted: yaml}
  if (!subject || !/\/decisions\.[a-z]{2}\.yaml$/.test(path))
    return {path, text, passages: yaml, lists: [], unled: [], adopted: []}
  const {decisions} = subject.facts.decisions.value
  const drafts = decisions.filter(({labels}) => labels.adopted === null)
  const ids = new Set(drafts.map(({id}) => id))
  // The heading over decisions is adopted with the last of them.
  const isDraft = ({pointer: [first, id]}: YamlPassage): boolean =>
    first === 'decisions' ? ids.has(String(id)) : drafts.length > 0
  const passages = yaml.filter(isDraft)
  return {
    path,
    text,
    passages,
    lists: decisionLists(drafts, passages),
    unled: [],
    adopted: yaml.filter((passage) => !isDraft(passage)),
  }
}

/** The words of a file whose text as a whole is as it was adopted. */
export function asAdopted({passages, adopted, ...words}: Words): Words {
  return {...words, passages: [], lists: [], unled: [], adopted: [...passages, ...adopted]}
}

/** The provisions of each decision as decisions.yaml nests them, with the words of this file. */
function decisionLists(decisions: readonly DecisionRecord[], passages: readonly YamlPassage[]): WordsList[] {
  const byPointer = new Map(passages.map((passage) => [passage.pointer.join('/'), passage]))
  const list = (decision: string, provisions: readonly ProvisionRecord[]): WordsList => ({
    isInClause: false,
    items: provisions.flatMap((provision) => {
      const passage = byPointer.get(`decisions/${decision}/provisions/${provision.id}`)
      const below = provision.provisions ? list(decision, provision.provisions) : undefined
      return passage ? [{passage, ...(below ? {list: below} : {})}] : []
    }),
  })
  return decisions.flatMap(({id, provisions}): WordsList[] => {
    const isContinued = byPointer.has(`decisions/${id}/closing`)
    return provisions ? [{...list(id, provisions), ...(isContinued ? {isContinued} : {})}] : []
  })
}
