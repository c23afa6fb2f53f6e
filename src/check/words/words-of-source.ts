import type {Source} from '../../load/index.ts'
import type {ProvisionRecord, Subject} from '../../resolve/index.ts'
import {markdownWords} from './markdown-words.ts'
import type {Words, WordsList} from './types.ts'
import {type YamlPassage, yamlWords} from './yaml-words.ts'

/**
 * Everything that rules about words look at in one file: Markdown with its front matter, or YAML words.
 *
 * @param source  a file that has been validated
 * @param subject  the subject whose words it holds, if it is one: its decisions are lists
 */
export function wordsOf(source: Source, subject: Subject | undefined): Words {
  const {path} = source
  const text = String(source.file)
  const yaml = yamlWords(source)
  if (source.kind === 'markdown') {
    const {passages, lists} = markdownWords(source)
    const titles = yaml.map((passage) => ({...passage, role: 'title' as const}))
    return {path, text, passages: [...titles, ...passages], lists}
  }
  const isDecisions = /\/decisions\.[a-z]{2}\.yaml$/.test(path)
  return {path, text, passages: yaml, lists: isDecisions && subject ? decisionLists(subject, yaml) : []}
}

/** The provisions of each decision as decisions.yaml nests them, with the words of this file. */
function decisionLists(subject: Subject, passages: readonly YamlPassage[]): WordsList[] {
  const byPointer = new Map(passages.map((passage) => [passage.pointer.join('/'), passage]))
  const list = (decision: string, provisions: readonly ProvisionRecord[]): WordsList => ({
    isInClause: false,
    items: provisions.flatMap((provision) => {
      const passage = byPointer.get(`decisions/${decision}/provisions/${provision.id}`)
      const below = provision.provisions ? list(decision, provision.provisions) : undefined
      return passage ? [{passage, ...(below ? {list: below} : {})}] : []
    }),
  })
  return subject.facts.decisions.value.decisions.flatMap(({id, provisions}) =>
    provisions ? [list(id, provisions)] : [],
  )
}
