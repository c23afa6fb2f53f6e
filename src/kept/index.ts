export {keepBuild, type Observed, observe, type Said} from './keep-build.ts'
export {type Keeper, keeperOf} from './keeper.ts'
export type {KeptDocument, KeptLanguage} from './kept-document.ts'
export {lastBuild} from './last-build.ts'
