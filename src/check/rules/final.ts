import type {Unconfirmed} from '../../compose/index.ts'
import {error} from '../../message/index.ts'
import type {DocumentPlan} from '../../resolve/index.ts'
import {ruleFamily} from '../define-rule.ts'
import type {Rule} from '../types.ts'

const remedies = new Map([
  ['unassigned', 'A final document does not print XX.'],
  ['hint', 'Write your own words in its place, and delete “:hint[” and “]”.'],
  ['draft-label', 'A final document does not print a draft label.'],
])

/** A document to be issued prints nothing unconfirmed and is complete in every language. Only under `--final`. */
export const final = ruleFamily(
  'final',
  ['final-drafting', 'final-unassigned', 'final-example', 'final-draft-label', 'final-hint'],
  ({plan, compositions, isFinal}) => {
    if (!isFinal) return []
    const found: ReturnType<Rule['look']> = []
    for (const {language, unconfirmed} of compositions.values()) {
      const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
      if (state !== 'complete') {
        found.push(
          error(
            `${language.english} is still drafting. Finish it and write “complete”, or build without --final.`,
            {
              path: plan.yaml.path,
              ruleId: 'final-drafting',
              place: plan.yaml.data.locate(['languages', language.code]),
              language: language.code,
            },
          ),
        )
      }
      for (const {kind, path, place, what, remedy} of [...unconfirmed, ...exampleDate(plan)]) {
        if (kind === 'draft-label' && plan.kind['final-accepts-draft-labels']) continue
        found.push(
          error(`${what} ${remedy ?? (kind === 'example' ? whenConfirmed(path) : remedies.get(kind))}`, {
            path,
            ruleId: `final-${kind}`,
            place,
            language: language.code,
          }),
        )
      }
    }
    return found
  },
)

/** What marks an example is written in one way in Markdown, in others in document.yaml, in facts and in templates. */
function whenConfirmed(path: string): string {
  if (path.startsWith('templates/'))
    return 'Once confirmed, write “example: false”, or build without --final.'
  const mark = path.endsWith('.md')
    ? 'the lines “:::example” and “:::” around it'
    : `“${path.endsWith('/document.yaml') ? 'example-date' : 'example'}: true”`
  return `Once confirmed, delete ${mark}, or build without --final.`
}

/** The document's date stands in the properties of the Word file, also where no sentence prints it. */
function exampleDate({yaml}: DocumentPlan): Unconfirmed[] {
  if (!yaml.value['example-date']) return []
  const place = yaml.data.locate([yaml.value['as-of'] ? 'as-of' : 'date'])
  return [{kind: 'example', path: yaml.path, place, what: 'The date of the document is an example.'}]
}
