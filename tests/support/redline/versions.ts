import {join} from 'node:path'
import {renderCertified} from '../../../src/certify/index.ts'
import {compose} from '../../../src/compose/index.ts'
import {load, readContent} from '../../../src/load/index.ts'
import {isError} from '../../../src/message/index.ts'
import {number} from '../../../src/number/index.ts'
import {bytesOfPictures, type Dossier, dependsOn, resolve} from '../../../src/resolve/index.ts'
import {validate} from '../../../src/validate/index.ts'
import {repository, type Sources, sourcesOf} from '../content-root.ts'

/** Versions of the documents of a root, made of sources in memory. */
export interface Versions {
  /** Texts of the sources, by path. */
  texts: ReadonlyMap<string, string>
  /**
   * The Word file of a document in a language when some sources have other texts; undefined where it is refused.
   */
  render(
    path: string,
    language: string,
    changed: ReadonlyMap<string, string>,
  ): Promise<Uint8Array | undefined>
  /** The documents that depend on a source, with their languages. */
  reached(source: string): {path: string; languages: string[]}[]
}

/** Reads a root once; what is not changed is not read again. */
export async function versionsOf(root: string): Promise<Versions> {
  const {content} = await readContent(repository, ['templates'])
  const base = await sourcesOf(root, root === repository ? new Map() : content)
  const {dossier} = dossierWith(base, new Map())
  const unchanged = new Map<string, Uint8Array | undefined>()
  const render: Versions['render'] = async (path, language, changed) => {
    const key = `${path} ${language}`
    if (changed.size > 0) return rendered(base, path, language, changed)
    if (!unchanged.has(key)) unchanged.set(key, await rendered(base, path, language, changed))
    return unchanged.get(key)
  }
  const reached: Versions['reached'] = (source) =>
    dossier.documents.flatMap((plan) => {
      const languages = plan.languages.map(({language: {code}}) => code)
      const own = languages.filter((code) => source.startsWith('templates/') || dependsOn(plan, code, source))
      return own.length > 0 ? [{path: plan.path, languages: own}] : []
    })
  return {texts: base.loaded.texts, render, reached}
}

function dossierWith(
  base: Sources,
  changed: ReadonlyMap<string, string>,
): {dossier: Dossier; isSound: boolean} {
  const content = new Map([...changed].map(([path, text]) => [path, new TextEncoder().encode(text)]))
  const loaded = load(content)
  const {sources, messages} = validate(loaded, base.schemas, {templates: base.validated.sources})
  const all = new Map([...base.validated.sources, ...sources])
  const result = resolve({...base.validated, sources: all}, base.loaded.paths, base.files)
  const isSound = ![...loaded.messages, ...messages].some(isError)
  return {dossier: result.dossier, isSound}
}

async function rendered(
  base: Sources,
  path: string,
  code: string,
  changed: ReadonlyMap<string, string>,
): Promise<Uint8Array | undefined> {
  const {dossier, isSound} = dossierWith(base, changed)
  const plan = dossier.documents.find((one) => one.path === path)
  const language = plan?.languages.find((one) => one.language.code === code)?.language
  if (!isSound || !plan || !language) return undefined
  const {tree, messages} = compose(dossier, plan, language)
  if (messages.some(isError)) return undefined
  const {styles, numbering} = dossier.templates
  const finished = {tree: number(tree, numbering), styles, numbering, pictures: bytesOfPictures(dossier)}
  return (await renderCertified(join(path, code), 'docx', finished)).bytes
}
