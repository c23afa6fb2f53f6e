import {expect, test} from 'vitest'
import {
  type Change,
  compareSides,
  type DiffReport,
  type LanguageDiff,
  type Side,
} from '../../src/diff/index.ts'
import {formats} from '../../src/render/index.ts'
import type {DocumentTree} from '../../src/tree/index.ts'
import {labelledUnits} from '../support/built.ts'
import {sourcesOf, story} from '../support/content-root.ts'
import {type Edit, makers} from '../support/diff/edits.ts'
import {sideWith} from '../support/diff/side-with.ts'
import {type Random, seeded} from '../support/replay.ts'

// Random edits of the real documents, made on lines of their sources, each told in all three languages as exactly that edit.
// What is expected is found without the code that compares: in lines of the sources, in the text of a document, in its labels.
// Here is one of each kind and a few more of `DIFF_EDITS=300 DIFF_SEED=7 npx vitest run tests/diff/replay.test.ts`.
const edits = Number(process.env.DIFF_EDITS ?? Object.keys(makers).length)
const seed = Number(process.env.DIFF_SEED ?? 2010)

const shownAs = async (format: string, tree: DocumentTree, {dossier}: Side): Promise<string> => {
  const {styles, numbering} = dossier.templates
  const bytes = await formats.get(format)?.render({tree, styles, numbering})
  return new TextDecoder().decode(bytes)
}

const treeOf = (side: Side, path: string, language: string): DocumentTree | undefined =>
  side.compositions.find((own) => own.plan.path === path && own.language.code === language)?.tree

const allOf = ({documents}: DiffReport): {path: string; from: string; language: LanguageDiff}[] =>
  documents.flatMap(({path, from = path, languages}) => languages.map((language) => ({path, from, language})))

/** Words of a change that came, went or moved. */
const unitOf = ({after, before}: Change): string | undefined => (after ?? before)?.unit

/** What is told in the report and is not expected, or the other way round. */
async function faultsOf(edit: Edit, report: DiffReport, before: Side, after: Side): Promise<string[]> {
  return [
    ...unitFaults(edit, report),
    ...factFaults(edit, report),
    ...translationFaults(edit, report, after),
    ...wholeFaults(edit, report),
    ...(await textFaults(report, before, after)),
    ...labelFaults(report, before, after),
  ]
}

/** Exactly the units that were edited are told, each as what was done to it. */
function unitFaults({told}: Edit, report: DiffReport): string[] {
  const faults: string[] = []
  const expected = told.units ?? []
  for (const {path, language} of allOf(report)) {
    const own = language.changes.filter(({kind, follows}) => kind !== 'renumbered' && !follows)
    for (const change of own) {
      const found = expected.some(
        ({document, language: code, unit, kinds}) =>
          document === path &&
          code === language.language &&
          unit === unitOf(change) &&
          kinds.includes(change.kind),
      )
      const isOfTemplate =
        told.word !== undefined &&
        (change.runs ?? []).some(
          ({kind, text}) => kind === 'inserted' && text.toLowerCase().includes(told.word ?? ''),
        )
      if (!found && !isOfTemplate)
        faults.push(
          `${path} ${language.language}: ${change.kind} ${change.what} ${unitOf(change)} was not made`,
        )
    }
  }
  for (const {document, language, unit, kinds} of expected) {
    const changes = allOf(report).find((own) => own.path === document && own.language.language === language)
      ?.language.changes
    if (!changes?.some((change) => unit === unitOf(change) && kinds.includes(change.kind)))
      faults.push(`${document} ${language}: ${kinds} ${unit} is not told`)
  }
  return faults
}

/** Words of the original that changed in one language make the others stale, and words of another one are not confirmed. */
function translationFaults(
  {files, told: {units = []}}: Edit,
  {translations}: DiffReport,
  after: Side,
): string[] {
  if (files.size !== 1) return []
  const [path = ''] = files.keys()
  const stem = path.split('/').at(-1)?.split('.')[0]
  return units.flatMap(({document, language, unit}) => {
    const codes = after.compositions.flatMap((own) =>
      own.plan.path === document && own.language.code !== 'en' ? [own.language.code] : [],
    )
    const expected = language === 'en' ? codes : [language]
    const verdict = language === 'en' ? 'stale' : 'unconfirmed'
    return expected.flatMap((code) =>
      translations.some(
        (own) => own.language === code && own.unit === `${stem}#${unit}` && own.after === verdict,
      )
        ? []
        : [`${document} ${code}: ${unit} is not told as ${verdict}`],
    )
  })
}

function factFaults({told: {fact, task, deadline}}: Edit, report: DiffReport): string[] {
  const faults: string[] = []
  const facts = report.facts.filter(({file}) => !file.endsWith('/document.yaml'))
  if (facts.length !== (fact ? 1 : 0)) faults.push(`${facts.length} facts: ${JSON.stringify(facts)}`)
  const [found] = facts
  if (fact && found) {
    const isIt =
      found.fact.startsWith(fact.name) &&
      found.before?.includes(fact.before) &&
      found.after?.includes(fact.after)
    if (!isIt) faults.push(`${JSON.stringify(found)} and not ${JSON.stringify(fact)}`)
    for (const {path, language} of allOf(report))
      for (const change of language.changes)
        if (!change.follows?.includes(found.fact)) faults.push(`${path}: ${change.kind} does not follow`)
  }
  if (task !== undefined && !report.tasks.some((own) => own.task === task && own.field === 'status'))
    faults.push(`the task ${task} is not told`)
  if (deadline !== undefined && !report.deadlines.some(({id}) => id.includes(deadline)))
    faults.push(`the deadline of ${deadline} is not told`)
  if (!fact && report.tasks.length > 0) faults.push(`tasks: ${JSON.stringify(report.tasks)}`)
  return faults
}

function wholeFaults({told: {fates = {}, template, onlyBytes}}: Edit, report: DiffReport): string[] {
  const found = Object.fromEntries(
    report.documents.flatMap(({path, fate}) => (fate === 'stays' ? [] : [[path, fate]])),
  )
  const verdicts = new Set(allOf(report).map(({language}) => language.verdict))
  return [
    ...(JSON.stringify(found) === JSON.stringify(fates) ? [] : [`documents: ${JSON.stringify(found)}`]),
    ...(JSON.stringify(report.templates.map(({path}) => path)) === JSON.stringify(template ? [template] : [])
      ? []
      : [`templates: ${JSON.stringify(report.templates)}`]),
    ...(onlyBytes && (verdicts.size !== 1 || !verdicts.has('bytes')) ? [`verdicts: ${[...verdicts]}`] : []),
  ]
}

/** A document whose text differs is told, and one whose text is the same is not, but for marks and where links lead. */
async function textFaults(report: DiffReport, before: Side, after: Side): Promise<string[]> {
  const faults: string[] = []
  const verdicts = new Map(
    allOf(report).map(({path, language}) => [`${path} ${language.language}`, language]),
  )
  for (const {plan, language, tree} of after.compositions) {
    const own = verdicts.get(`${plan.path} ${language.code}`)
    const then = treeOf(before, plan.path, language.code)
    if (!then) continue
    const isSameAs = async (format: string): Promise<boolean> =>
      (await shownAs(format, then, before)) === (await shownAs(format, tree, after))
    const isSame = await isSameAs('txt')
    const isTold = own !== undefined && own.verdict !== 'same' && own.verdict !== 'bytes'
    const isUnseen = own?.changes.every(({kind}) => kind === 'marks' || kind === 'references') ?? false
    if (isSame === isTold && !(isSame && isUnseen))
      faults.push(
        `${plan.path} ${language.code}: its text ${isSame ? 'is the same' : 'differs'}, and it is ${own?.verdict}`,
      )
    // What is told to be the same has the same page, and what differs in bytes another one. Trees that are equal give equal pages.
    const areEqual =
      JSON.stringify([then, before.dossier.templates.styles]) ===
      JSON.stringify([tree, after.dossier.templates.styles])
    const isSamePage = areEqual || (await isSameAs('html'))
    const isSaidSame = own === undefined || own.verdict === 'same'
    if (isSaidSame !== isSamePage)
      faults.push(
        `${plan.path} ${language.code}: its page ${isSamePage ? 'is the same' : 'differs'}, and it is ${own?.verdict}`,
      )
  }
  return faults
}

/** As many labels are told to be others as are: those of paragraphs that stay where they are, known by their words. */
function labelFaults(report: DiffReport, before: Side, after: Side): string[] {
  return allOf(report).flatMap(({path, from, language}) => {
    const [then, now] = [treeOf(before, from, language.language), treeOf(after, path, language.language)]
    if (!then || !now) return []
    const moved = new Set(
      language.changes.flatMap(({kind, runs = []}) =>
        // The words beside a label are without the marks of notes.
        kind === 'moved'
          ? [
              runs
                .map(({text}) => text)
                .join('')
                .replace(/\[\d+\]/g, ''),
            ]
          : [],
      ),
    )
    const labels = new Map<string, string[]>()
    for (const {label, words} of labelledUnits(then)) labels.set(words, [...(labels.get(words) ?? []), label])
    const others = labelledUnits(now).filter(({label, words}) => {
      const own = labels.get(words)
      // Words that stand there several times, and those that hold other numbers, tell nothing.
      return own?.length === 1 && own[0] !== label && !moved.has(words)
    })
    const told = language.changes.reduce(
      (sum, {kind, count = 0}) => (kind === 'renumbered' ? sum + count : sum),
      0,
    )
    return told < others.length ? [`${path} ${language.language}: ${told} of ${others.length} labels`] : []
  })
}

/** An edit of a kind that gives no error, and the side that it gives. */
function madeOf(
  kind: string,
  texts: ReadonlyMap<string, string>,
  random: Random,
  sideOf: (files: Edit['files']) => Side | undefined,
): {edit: Edit; side: Side} | undefined {
  for (let attempt = 0; attempt < 200; attempt++) {
    const edit = makers[kind]?.(texts, random)
    const isOther = edit && [...edit.files].some(([path, text]) => texts.get(path) !== text)
    const side = isOther ? sideOf(edit.files) : undefined
    if (edit && side) return {edit, side}
  }
  return undefined
}

test(`${edits} random edits are told as what they are, in every language`, {timeout: 1_200_000}, async () => {
  const base = await sourcesOf(story)
  const before = sideWith(base, new Map()) as Side
  const texts = new Map([...base.content].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
  const random = seeded(seed)
  const kinds = Object.keys(makers)
  const wrong: string[] = []
  const counts: Record<string, number> = {}
  for (let made = 0; made < edits; made++) {
    const kind = kinds[made % kinds.length] as string
    const found = madeOf(kind, texts, random, (files) => sideWith(base, files))
    if (!found) {
      wrong.push(`no edit of the kind ${kind} could be made`)
      continue
    }
    counts[kind] = (counts[kind] ?? 0) + 1
    const report = compareSides(before, found.side)
    for (const fault of await faultsOf(found.edit, report, before, found.side))
      wrong.push(`${made} ${kind} (${[...found.edit.files.keys()].join(', ')}): ${fault}`)
  }
  if (process.env.DIFF_EDITS) process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(wrong).toEqual([])
})
