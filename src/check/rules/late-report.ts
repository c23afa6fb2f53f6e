import {defineRule} from '../define-rule.ts'

/**
 * A document of a committee that came after the last day for it is issued only in the language in which it was submitted;
 * its cover, which the build prints, says so. House style, R5 (K1). Of documents for the Conference it is not known.
 */
export const lateReport = defineRule('late-report', 'error', ({plan}, report) => {
  const {received, original} = plan.yaml.value
  const isOfCommittee = plan.kind.cover.some(({value}) => value === 'received-late')
  if (!isOfCommittee || !plan.isReceivedLate || plan.languages.length < 2) return
  const reason = `The document was received on ${received}, after the last day for it, ${plan.deadline}, so that it is issued in one language only, and here it is in ${plan.languages.length}. Keep only “${original}” under “languages”, or correct “received”.`
  for (const {language} of plan.languages)
    report(reason, {
      path: plan.yaml.path,
      place: plan.yaml.data.locate(['languages'], 'key'),
      language: language.code,
    })
})
