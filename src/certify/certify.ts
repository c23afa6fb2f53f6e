import type {Finished} from '../render/index.ts'
import {integrityFaults, readPackage, settled, type WordPackage} from '../word/index.ts'
import {proveBookmarks} from './bookmarks.ts'
import {proveContinuations} from './continuations.ts'
import {proveLabels} from './labels.ts'
import {proveSections, proveStyles} from './layout.ts'
import {proveNotes} from './notes.ts'
import {provePictures} from './pictures.ts'
import {proveReferences} from './references.ts'
import {proveTables} from './tables.ts'
import {type Certificate, CertificateError, type Proof} from './types.ts'
import {proveWritings} from './writings.ts'

const looks: readonly ((pkg: WordPackage, finished: Finished) => Proof)[] = [
  proveLabels,
  proveContinuations,
  proveNotes,
  proveReferences,
  proveBookmarks,
  proveTables,
  provePictures,
  proveSections,
  proveStyles,
  proveWritings,
  (pkg) => ({proven: {}, faults: integrityFaults(pkg).map((fault) => `${fault}.`)}),
]

/**
 * Reads a Word file back from its bytes and compares it with the tree it was made from. A file that cannot be shown to
 * be right is not written.
 *
 * @param name  of the file, for the report
 * @returns what was proven
 * @throws CertificateError  where anything differs
 */
export function certifyDocx(name: string, bytes: Uint8Array, finished: Finished): Certificate {
  const pkg = settled(readPackage(bytes))
  const proofs = looks.map((look) => look(pkg, finished))
  const faults = proofs.flatMap((proof) => proof.faults)
  if (faults.length > 0) throw new CertificateError(name, faults)
  return Object.assign({}, ...proofs.map(({proven}) => proven)) as Certificate
}
