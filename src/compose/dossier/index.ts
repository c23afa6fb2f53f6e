export {composeDossier, dossierLanguages} from './compose-dossier.ts'
export {latestFactDate} from './latest-fact.ts'
export type * from './types.ts'
