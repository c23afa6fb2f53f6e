import type {Dossier} from './types.ts'

/** The bytes of the pictures of a dossier by path, as renderers are given them. */
export function bytesOfPictures({pictures}: Pick<Dossier, 'pictures'>): ReadonlyMap<string, Uint8Array> {
  return new Map([...pictures].map(([path, {bytes}]) => [path, bytes]))
}
