import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {checkWords, wordsRules} from '../../src/check/index.ts'
import {repository, resolvedWith, type Sources, sourcesOf} from '../support/content-root.ts'
import {story} from '../support/story.ts'

// The wrong examples of every page about words are put wherever adopted or quoted words can stand: no rule speaks of
// them, so that nothing is mended either. The same words where they are the author's are found, each by its rule.
const looked = wordsRules.filter(({reach}) => !reach.seesAdopted)
const ids = looked.map(({id}) => id)
const languages = ['en', 'fr', 'es'] as const
type Code = (typeof languages)[number]

/** Rules that speak of words between quotation marks too, such as the one about the marks. */
const seesQuoted = new Set(looked.flatMap(({id, reach}) => (reach.leavesQuoted ? [] : [id])))
/** Rules about how words stand among others: in one line with others their examples are none. */
const ofLists = new Set([
  'amendment-space',
  'lead-in',
  'quotation-open',
  'annex-named',
  'list-capital',
  'list-conjunction',
  'list-punctuation',
  'list-single',
])

/** Rules whose examples are only found where nothing follows them. */
const aloneFound = new Set(['lead-in', 'annex-named'])

/** The wrong examples of a page in a language, each as it is written in Markdown. */
function wrongOf(id: string, language: Code): string[] {
  const [wrong = ''] = readFileSync(join(repository, `docs/rules/${id}.md`), 'utf8').split('\n## Right\n')
  return [...wrong.matchAll(new RegExp(`^\`\`\`md ${language}\\n([\\s\\S]*?)\\n\`\`\``, 'gm'))].map(
    // The decision that this dossier has.
    ([, text = '']) => text.replace('14.90', '14.35'),
  )
}

let base: Sources
beforeAll(async () => {
  base = await sourcesOf(story)
})

/** Ids of what is said of a file with another text, and whether anything of it would be mended. */
function saidOf(path: string, change: (text: string) => string): {ids: string[]; fixes: number} {
  const text = change(base.loaded.texts.get(path) ?? '')
  const {dossier, sources, messages} = resolvedWith(base, path, new TextEncoder().encode(text))
  expect(messages.map(({reason}) => reason)).toEqual([])
  const found = checkWords(dossier, sources, (other) => other === path)
  return {
    ids: [...new Set(found.map(({ruleId = ''}) => ruleId))].sort(),
    fixes: found.filter(({fix}) => fix).length,
  }
}

const silent = {ids: [], fixes: 0}
const report = (language: Code): string => `documents/sc58/internet-trade/body.${language}.md`
const amended = (language: Code): string => `documents/cop15/conf-11-3/body.${language}.md`
const register = (language: Code): string => `documents/decisions/internet-trade/decisions.${language}.yaml`
const drafts = (language: Code): string =>
  `documents/decisions/internet-trade-cop15/decisions.${language}.yaml`

const lines = (text: string): string[] => text.split('\n')
const atEnd = (added: string) => (text: string) => `${text.trimEnd()}\n\n${added}\n`
const quoted = (text: string): string =>
  lines(text)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
/** Examples without their lists: words that may stand in one line. */
const sentences = (language: Code, leftOut: ReadonlySet<string>): string[] =>
  ids
    .filter((id) => !leftOut.has(id))
    .flatMap((id) => wrongOf(id, language))
    .filter((text) => !text.includes('\n'))
const inText = (texts: readonly string[], around: (text: string) => string): string =>
  texts.map((text) => around(text)).join('\n\n')

/** Rules of which an example was put in and nothing is said. */
const missed = (language: Code, found: readonly string[], texts: readonly string[]): string[] =>
  ids.filter((id) => {
    const isThere = wrongOf(id, language).some((text) => texts.includes(text))
    return isThere && !ofLists.has(id) && !found.includes(id)
  })

describe.each(languages)('wrong words in %s', (language) => {
  // A quotation holds paragraphs and lists.
  const every = ids
    .flatMap((id) => wrongOf(id, language))
    .filter((text) => !/^(?:#|:::|\||>|\[\^)/m.test(text))
  const known = ids.filter((id) => wrongOf(id, language).length > 0)

  test('are found where they are the author’s', () => {
    const {ids: found} = saidOf(report(language), atEnd(every.join('\n\n')))
    const isThere = (id: string): boolean => wrongOf(id, language).some((text) => every.includes(text))
    expect(known.filter((id) => isThere(id) && !aloneFound.has(id) && !found.includes(id))).toEqual([])
    expect(known.length).toBeGreaterThanOrEqual(8)
  })

  test('are left alone in a quotation', () => {
    expect(saidOf(report(language), atEnd(quoted(every.join('\n\n'))))).toEqual(silent)
  })

  test('are left alone in a quotation inside an item', () => {
    const inside = quoted(sentences(language, new Set()).join('\n\n')).replace(/^/gm, '   ')
    const {ids: found, fixes} = saidOf(report(language), atEnd(`X:\n\n1. a;\n\n${inside}\n\n1. b.`))
    expect(found.filter((id) => !ofLists.has(id))).toEqual([])
    expect(fixes).toBe(0)
  })

  test.each(['“”', '""'])('are left alone between %s', (marks) => {
    const texts = sentences(language, seesQuoted).filter((text) => !/[“”"]/.test(text))
    expect(texts.length).toBeGreaterThan(5)
    const [open, close] = [marks.at(0), marks.at(-1)]
    const {ids: found, fixes} = saidOf(
      report(language),
      atEnd(inText(texts, (text) => `${open}${text}${close}`)),
    )
    expect({ids: found.filter((id) => !seesQuoted.has(id)), fixes}).toEqual(silent)
  })

  test('are left alone in a resolution that is amended, and found where words are put in', () => {
    const kept = every.filter((text) => !/^[^\n]*:\w+\[/m.test(text))
    expect(saidOf(amended(language), atEnd(kept.join('\n\n')))).toEqual(silent)
    expect(
      saidOf(amended(language), (text) => text.replace(/^title: .*$/m, `title: "14ème TBC , 12% programs"`)),
    ).toEqual(silent)
    const {ids: found} = saidOf(
      amended(language),
      atEnd(
        inText(
          sentences(language, new Set()).filter((text) => !text.includes('[')),
          (text) => `:ins[${text}]`,
        ),
      ),
    )
    expect(
      missed(
        language,
        found,
        sentences(language, new Set()).filter((text) => !text.includes('[')),
      ),
    ).toEqual([])
  })

  test('are left alone in the words of an adopted decision, and found in those of a draft', () => {
    const texts = sentences(language, new Set()).filter((text) => !/[:^][a-z]+\[/.test(text))
    const put = (text: string): string =>
      text.replace(/^( {4}text: )"(.*)"$/m, (_, key: string) => `${key}${JSON.stringify(texts.join(' '))}`)
    expect(saidOf(register(language), put)).toEqual(silent)
    const {ids: found} = saidOf(drafts(language), put)
    expect(missed(language, found, texts)).toEqual([])
  })
})
