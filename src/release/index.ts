export {digestOf, releaseFolder, sumsPath} from './digests.ts'
export {planRelease} from './plan-release.ts'
export {splitParts} from './split-parts.ts'
export {changesOf, writeRelease} from './write-release.ts'
