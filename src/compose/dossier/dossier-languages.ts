import type {Dossier, Language} from '../../resolve/index.ts'

/** The languages that the dossier is written in: those of some document, or of some decision. */
export function dossierLanguages(dossier: Dossier): Language[] {
  return dossier.languages.filter((language) => isWritten(dossier, language))
}

/** The first of them, whose pages about all documents have the plain names. */
export function firstLanguage(dossier: Dossier): Language | undefined {
  return dossier.languages.find((language) => isWritten(dossier, language))
}

function isWritten({documents, dormant, subjects}: Dossier, {code}: Language): boolean {
  return (
    [documents, dormant].some((plans) =>
      plans.some((plan) => plan.languages.some(({language}) => language.code === code)),
    ) || [...subjects.values()].some(({words}) => words.decisions.has(code))
  )
}
