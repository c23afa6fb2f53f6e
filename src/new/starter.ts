import type {Kind, Starter, StarterBlock} from '../resolve/index.ts'

/** A block of a new document; `fact` names a fact that the paragraph prints. */
export type DraftBlock = StarterBlock & {fact?: string}

/** What a new document holds. */
export interface Draft {
  body: DraftBlock[]
  annexes: {name: string; form: string | undefined; body: DraftBlock[]}[]
}

/**
 * What a new document of a kind holds: the kind's own starter, or what it lists under “needs”, so that a kind that was
 * just added can be begun at once.
 *
 * @param hasSubject  whether the document names a subject: blocks that print decisions or facts are left out where it
 * names none, and an annex of which nothing is left
 */
export function draftOf(kind: Kind, hasSubject: boolean): Draft {
  const {body, annexes = []}: Starter = kind.starter ?? {body: neededBody(kind), annexes: neededAnnexes(kind)}
  const fits = ({'with-subject': wanted}: StarterBlock): boolean =>
    wanted === undefined || wanted === hasSubject
  return {
    body: body.filter(fits),
    annexes: annexes
      .map(({form, body: blocks}) => ({form, body: blocks.filter(fits)}))
      .filter(({body: blocks}) => blocks.length > 0)
      .map((annex, index) => ({name: `annex-${index + 1}`, ...annex})),
  }
}

/** What a block is called in its file: its id, or what stands behind “::”. */
export function nameOf({section, heading, paragraph, block}: StarterBlock): string {
  return block ?? section ?? heading ?? paragraph ?? ''
}

/**
 * A draft without some of its blocks, and without what only led to them: the paragraph before a table that introduces
 * it, a heading under which nothing is left, an annex of which nothing is.
 *
 * @param leftOut  names of blocks
 */
export function without(draft: Draft, leftOut: Pick<ReadonlySet<string>, 'has'>): Draft {
  return {
    body: remaining(draft.body, leftOut),
    annexes: draft.annexes
      .map((annex) => ({...annex, body: remaining(annex.body, leftOut)}))
      .filter(({body}) => body.length > 0),
  }
}

function remaining(blocks: readonly DraftBlock[], leftOut: Pick<ReadonlySet<string>, 'has'>): DraftBlock[] {
  const isOut = (block: DraftBlock | undefined): boolean => block !== undefined && leftOut.has(nameOf(block))
  const left = blocks.filter((block, index) => {
    const leads = block.paragraph?.endsWith('-introduction') && blocks[index + 1]?.block !== undefined
    return !isOut(block) && !(leads && isOut(blocks[index + 1]))
  })
  const before = new Set(
    blocks.filter((block, index) => block.section && blocks[index + 1]?.section === undefined),
  )
  return left.filter((block, index) => {
    const next = left[index + 1]
    return !before.has(block) || (next !== undefined && next.section === undefined)
  })
}

function neededBody({needs = {}}: Kind): DraftBlock[] {
  const last = needs['last-section']
  const sections = (needs.sections ?? []).filter((id) => id !== last)
  const under = (section: string): DraftBlock[] => [{section}, {paragraph: `${section}-text`}]
  const blocks = [
    ...sections.flatMap(under),
    ...(needs.directives ?? []).map((block): DraftBlock => ({block: written(block)})),
    ...(needs.facts ?? []).map((fact): DraftBlock => ({paragraph: fact, fact})),
    ...(last ? under(last) : []),
  ]
  return blocks.length > 0 ? blocks : [{paragraph: 'first-paragraph'}]
}

/** As many annexes as the kind asks for, of its forms in their order. */
function neededAnnexes({needs = {}, 'annex-forms': forms = {}}: Kind): NonNullable<Starter['annexes']> {
  return Array.from({length: needs.annexes ?? 0}, (_, index) => {
    const [form, value] = Object.entries(forms)[index] ?? []
    const blocks = (value?.needs?.directives ?? []).map((block): StarterBlock => ({block: written(block)}))
    return {
      ...(form ? {form} : {}),
      body: blocks.length > 0 ? blocks : [{paragraph: `annex-${index + 1}-text`}],
    }
  })
}

/** A directive with the attributes that it cannot be without. */
function written(name: string): string {
  return name === 'decision' ? 'decision{of={decision}}' : name
}
