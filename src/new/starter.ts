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
