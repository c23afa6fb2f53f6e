export {keepBuild, type Observed, observe, type Said} from './keep-build.ts'
export {lastBuild} from './last-build.ts'
