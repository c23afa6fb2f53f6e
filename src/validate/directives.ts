import {conditionalNames} from '../tree/index.ts'
import {idForm} from './id-form.ts'

/** How a directive is written: the allow-list. What it prints is decided in `compose`. */
export interface DirectiveForm {
  type: 'textDirective' | 'leafDirective' | 'containerDirective'
  /** Whether something stands between square brackets. */
  label: 'required' | 'optional' | 'none'
  /** Attributes between braces: the pattern of each value, and whether it must be there. */
  attributes: ReadonlyMap<string, {pattern: RegExp; required?: boolean; example: string}>
  /** How it is written, ready to paste. */
  example: string
}

/** A decision, or with a full stop behind it one of its provisions. */
const provisionForm = new RegExp(`^${idForm.source.slice(1, -1)}(?:\\.${idForm.source.slice(1, -1)})?$`)
/** Ids of subjects with spaces between them. */
const idsForm = new RegExp(`^${idForm.source.slice(1, -1)}(?: ${idForm.source.slice(1, -1)})*$`)

const none = new Map<string, never>()
const unitId: [string, {pattern: RegExp; example: string}] = [
  'id',
  {pattern: idForm, example: 'second-quotation'},
]

/** Every directive that a Markdown file or YAML words may hold, by name. */
export const directiveForms: ReadonlyMap<string, DirectiveForm> = new Map<string, DirectiveForm>([
  ['sup', {type: 'textDirective', label: 'required', attributes: none, example: ':sup[e]'}],
  ['sub', {type: 'textDirective', label: 'required', attributes: none, example: ':sub[2]'}],
  ['ins', {type: 'textDirective', label: 'required', attributes: none, example: ':ins[added words]'}],
  ['del', {type: 'textDirective', label: 'required', attributes: none, example: ':del[deleted words]'}],
  ['undecided', {type: 'textDirective', label: 'required', attributes: none, example: ':undecided[words]'}],
  [
    'lang',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['is', {pattern: /^[a-z]{2}$/, required: true, example: 'fr'}]]),
      example: ':lang[mots]{is=fr}',
    },
  ],
  [
    'ref',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['form', {pattern: /^number$/, example: 'number'}]]),
      example: ':ref[reply-deadline]',
    },
  ],
  [
    'decision',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['form', {pattern: /^(?:number|letter)$/, example: 'number'}]]),
      example: ':decision[secretariat.ask-parties]',
    },
  ],
  [
    'meeting',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['form', {pattern: /^(?:place|code|short|short-place)$/, example: 'place'}]]),
      example: ':meeting[cop14]',
    },
  ],
  [
    'document',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['form', {pattern: /^(?:number|title)$/, example: 'number'}]]),
      example: ':document[cop14/internet-trade]',
    },
  ],
  [
    'date',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['form', {pattern: /^month$/, example: 'month'}]]),
      example: ':date[review.in-progress]',
    },
  ],
  [
    'deadline',
    {
      type: 'textDirective',
      label: 'required',
      attributes: new Map([['form', {pattern: /^days$/, example: 'days'}]]),
      example: ':deadline[cop15/internet-trade]',
    },
  ],
  ['fact', {type: 'textDirective', label: 'required', attributes: none, example: ':fact[reply-by]'}],
  ['opening', {type: 'textDirective', label: 'required', attributes: none, example: ':opening[sentence]'}],
  [
    'hint',
    {type: 'textDirective', label: 'required', attributes: none, example: ':hint[Say what this is about.]'},
  ],
])

/** A line of its own without anything behind its name. */
function plain(name: string): [string, DirectiveForm] {
  return [name, {type: 'leafDirective', label: 'none', attributes: none, example: `::${name}`}]
}

/** Every directive on a line of its own that code prints, by name; tables of templates/facts/ come to them. */
export const blockDirectiveForms: ReadonlyMap<string, DirectiveForm> = new Map<string, DirectiveForm>([
  [
    'decision',
    {
      type: 'leafDirective',
      label: 'none',
      attributes: new Map<string, {pattern: RegExp; required?: boolean; example: string}>([
        ['of', {pattern: provisionForm, required: true, example: 'secretariat'}],
        ['with', {pattern: /^addressee$/, example: 'addressee'}],
        unitId,
      ]),
      example: '::decision{of=secretariat}',
    },
  ],
  [
    'text',
    {
      type: 'leafDirective',
      label: 'none',
      attributes: new Map<string, {pattern: RegExp; required?: boolean; example: string}>([
        ['of', {pattern: idForm, required: true, example: 'conf-11-3'}],
        ['paragraph', {pattern: /^\S(?:.{0,100}\S)?$/u, example: 'a)'}],
        unitId,
      ]),
      example: '::text{of=conf-11-3}',
    },
  ],
  plain('draft-decisions'),
  [
    'decisions',
    {
      type: 'leafDirective',
      label: 'none',
      attributes: new Map<string, {pattern: RegExp; required?: boolean; example: string}>([
        ['of', {pattern: idsForm, example: 'elephants internet-trade'}],
        ['by', {pattern: /^(?:subject|addressee)$/, example: 'addressee'}],
      ]),
      example: '::decisions',
    },
  ],
  [
    'sources',
    {
      type: 'leafDirective',
      label: 'none',
      attributes: new Map([['of', {pattern: idsForm, example: 'elephants internet-trade'}]]),
      example: '::sources',
    },
  ],
  plain('status'),
  plain('tasks'),
  plain('replies'),
  plain('pivot'),
  plain('funds'),
  plain('recommendations'),
  plain('questions'),
  plain('call-for-comments'),
  plain('agenda'),
  [
    'answer',
    {
      type: 'leafDirective',
      label: 'none',
      attributes: new Map<string, {pattern: RegExp; required?: boolean; example: string}>([
        ['id', {pattern: idForm, required: true, example: 'extent-answer'}],
        ['lines', {pattern: /^[1-9][0-9]?$/, example: '8'}],
      ]),
      example: '::answer{id=extent-answer lines=8}',
    },
  ],
  [
    'table',
    {
      type: 'containerDirective',
      label: 'optional',
      attributes: new Map<string, {pattern: RegExp; required?: boolean; example: string}>([
        ['id', {pattern: idForm, required: true, example: 'measures'}],
        ['head-rows', {pattern: /^[0-9]$/, example: '2'}],
        ['head-columns', {pattern: /^[0-9]$/, example: '1'}],
        ['widths', {pattern: /^[1-9][0-9]{0,2}(?: [1-9][0-9]{0,2})*$/, example: '"2 1 1"'}],
        ['turned', {pattern: /^$/, example: 'turned'}],
      ]),
      example: ':::table[Caption]{id=measures}',
    },
  ],
  [
    'picture',
    {
      type: 'containerDirective',
      label: 'optional',
      attributes: new Map<string, {pattern: RegExp; required?: boolean; example: string}>([
        ['id', {pattern: idForm, required: true, example: 'map'}],
        [
          'width',
          {pattern: /^(?:[1-9][0-9]?(?:\.[0-9])?cm|(?:100|[1-9][0-9]?)%)$/, example: '12cm” or “width=60%'},
        ],
      ]),
      example: ':::picture[Caption]{id=map}',
    },
  ],
  ['example', {type: 'containerDirective', label: 'none', attributes: none, example: ':::example'}],
  ['unnumbered', {type: 'containerDirective', label: 'none', attributes: none, example: ':::unnumbered'}],
  // What stands between their braces is looked at by itself: it is a list of facts.
  ...[...conditionalNames].map((name): [string, DirectiveForm] => [
    name,
    {
      type: 'containerDirective',
      label: 'none',
      attributes: none,
      example: `:::${name}{outcome.draft-resolution}`,
    },
  ]),
])

/** The directives of a content root. */
export interface Forms {
  inText: ReadonlyMap<string, DirectiveForm>
  onLine: ReadonlyMap<string, DirectiveForm>
}

/**
 * All forms that may be written: those of the code, and a line for each table that a template describes.
 *
 * @param tables  names of those tables
 */
export function formsWith(tables: readonly string[]): Forms {
  return {inText: directiveForms, onLine: new Map([...tables.map(plain), ...blockDirectiveForms])}
}
