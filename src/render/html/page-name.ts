import type {DocumentMeta} from '../../tree/index.ts'

/** Name of the page of a document in one of its languages, which stands in the same folder. */
export function pageName(
  meta: Pick<DocumentMeta, 'path'>,
  {language, file}: Pick<DocumentMeta['alternatives'][number], 'language' | 'file'>,
): string {
  return `${file ?? `${meta.path.split('/').at(-1)}.${language}`}.html`
}
