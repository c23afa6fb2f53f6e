export {composeDossier} from './compose-dossier.ts'
export {dossierLanguages} from './dossier-languages.ts'
export {latestFactDate} from './latest-fact.ts'
export type * from './types.ts'
