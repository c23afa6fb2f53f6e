import type {DossierComposition} from '../../compose/index.ts'

/** A format of the files that tell of the whole dossier: from its compositions, one a language, to bytes by path. */
export interface DossierFormat {
  render(compositions: readonly DossierComposition[]): Promise<ReadonlyMap<string, Uint8Array>>
}
