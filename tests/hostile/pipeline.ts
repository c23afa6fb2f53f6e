import {renderCertified} from '../../src/certify/index.ts'
import {check, checkWords} from '../../src/check/index.ts'
import {compose} from '../../src/compose/index.ts'
import {isError} from '../../src/message/index.ts'
import {number} from '../../src/number/index.ts'
import {formats} from '../../src/render/index.ts'
import {dependsOn} from '../../src/resolve/index.ts'
import {resolvedWith, type Sources} from '../support/content-root.ts'
import {outputFaults} from './outputs.ts'

/** What became of one hostile file: rules that spoke of it, and what is wrong with the contract or with an output. */
export interface Outcome {
  rules: string[]
  faults: string[]
  /** How many outputs were made. */
  outputs: number
}

/**
 * A whole build in memory in which one file has other bytes, as the command does it stage by stage.
 *
 * @param base  the other sources, loaded once
 * @throws whatever a stage throws: that is what is looked for
 */
export async function builtWith(base: Sources, path: string, bytes: Uint8Array): Promise<Outcome> {
  const {dossier, sources, messages: found} = resolvedWith(base, path, bytes)
  found.push(...checkWords(dossier, sources, (other) => other === path))
  const faults: string[] = []
  let outputs = 0
  for (const plan of dossier.documents) {
    const compositions = new Map(
      plan.languages
        .filter(
          ({language}) =>
            !found.some((message) => isError(message) && dependsOn(plan, language.code, message.file ?? '')),
        )
        .map(({language}) => {
          const composition = compose(dossier, plan, language)
          number(composition.tree, dossier.templates.numbering)
          return [language.code, composition] as const
        }),
    )
    const checked = check({
      plan,
      compositions,
      isFinal: false,
      templates: dossier.templates,
      texts: dossier.texts,
    })
    found.push(...checked)
    for (const [code, composition] of compositions) {
      if (!dependsOn(plan, code, path)) continue // Its bytes are those of every other case.
      found.push(...composition.messages)
      const own = [...composition.messages, ...checked.filter((message) => message.language === code)]
      if (own.some(isError)) continue
      const {styles, numbering} = dossier.templates
      for (const [name, format] of formats) {
        const file = `${plan.path}.${code}.${format.extension}`
        const {bytes: made} = await renderCertified(file, name, {tree: composition.tree, styles, numbering})
        faults.push(...outputFaults(file, made))
        outputs++
      }
    }
  }
  for (const {file, line, column, ruleId, reason} of found) {
    if (!file || !line || !column || !ruleId)
      faults.push(`a message without its place or rule: ${reason.slice(0, 80)}`)
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(reason))
      faults.push(`${ruleId} quotes a control character`)
  }
  return {rules: found.map(({ruleId}) => String(ruleId)), faults, outputs}
}
