export {digestOf} from './bytes.ts'
export {documentOutputs} from './find-outputs.ts'
export {writtenBefore} from './groups.ts'
export {withLock} from './lock.ts'
export {documentOf, manifestPath} from './manifest.ts'
export {flushFolders, readEarlier, refuseLinks, replaceFile} from './replace-file.ts'
export type {
  DocumentFile,
  LeftOutput,
  LeftOutputs,
  Output,
  Outputs,
  WriteOptions,
  Written,
  WrittenBefore,
} from './types.ts'
export {type OutputFault, verify} from './verify.ts'
export {write} from './write.ts'
