/** What replaces the characters that were found: given also the texts of all files, and the language. */
export type Put = string | ((found: string, content: ReadonlyMap<string, string>, language: string) => string)

/** How a slip of a rule is made: the first place of each file that a pattern finds is written otherwise. */
export interface Maker {
  rule: string
  /** Files whose paths end so, with the language in place of `{lang}`. */
  file: string
  /**
   * Pattern and what replaces it, by language or the same for all (`any`). The line is that of the first changed
   * character.
   */
  change: Record<string, [RegExp, Put]>
  allowed?: readonly string[]
  /** How many files are changed in each language. */
  most?: number
  /** Where the message stands, when not at the change: the last line that holds these words, or a line from 1. */
  at?: {file?: string; holds: RegExp} | {line: number}
}

/** Behind the words of a paragraph, before its id. */
const end = /(?<=[\p{Ll})])\.(?= \^[a-z-]+$)/mu
const draft = 'cop15/internet-trade/annex-1.{lang}.md'
const report = 'sc58/internet-trade/body.{lang}.md'
const draftDecisions = 'internet-trade-cop15/decisions.{lang}.yaml'
const review = 'workshop/review-of-replies/body.{lang}.md'
/** A translation with a paragraph more or less is out of step with the others. */
const parity = ['parity-units', 'missing-unit', 'unit-missing']

/** A quotation of a decision by hand, with its last word left out. */
const almostQuoted: Put = (_, content, language) => {
  const register = content.get(`documents/decisions/internet-trade/decisions.${language}.yaml`) ?? ''
  const words = /^ *convene-workshop: "?([^"\n]+)/m.exec(register)?.[1] ?? ''
  return `> ${words.split(' ').slice(0, -1).join(' ')}`
}

/** An item of which all words are struck, but not the mark behind them. */
const struck: Put = (item) => item.replace(/^1\. (.*)([.;].*) \^/, '1. :del[$1]$2 ^')

const withoutMarks: Put = (example) => example.replace(/^:::.*\n/gm, '')

const capital: Put = (word) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** One or more for each rule; where a language has no such habit, none for it. */
export const makers: readonly Maker[] = [
  // Words.
  {
    rule: 'space-double',
    file: 'internet-trade/body.{lang}.md',
    change: {any: [/(?<=\p{Ll}{3}) (?=\p{Ll}{3})/u, '  ']},
  },
  {
    rule: 'space-double',
    file: draftDecisions,
    change: {any: [/(?<=\p{Ll}{3}) (?=\p{Ll}{3})/u, '  ']},
    most: 1,
  },
  {rule: 'space-after-mark', file: report, change: {any: [/(?<=\p{Ll}), (?=\p{Ll})/u, ',']}},
  {rule: 'space-before-mark', file: report, change: {any: [/(?<=\p{Ll}),(?= \p{Ll})/u, ' ,']}},
  {rule: 'space-before-mark', file: draft, change: {fr: [/(?<=\p{Ll});/u, ' ;']}},
  {rule: 'punctuation-double', file: report, change: {any: [/(?<=\p{Ll}),(?= \p{Ll})/u, ',,']}},
  {
    rule: 'quotation-marks',
    file: 'body.{lang}.md',
    change: {en: [end, ' «so».'], fr: [end, ' « ainsi ».'], es: [end, ' «así».']},
    most: 1,
  },
  {rule: 'non-breaking-space', file: '.{lang}.md', change: {any: [/\u00a0(?=\d)/, ' ']}, most: 1},
  {
    rule: 'per-cent',
    file: report,
    change: {
      en: [end, ', or 12%.'],
      fr: [end, ', soit 12 pour cent.'],
      es: [end, ', es decir, 12 por ciento.'],
    },
  },
  {rule: 'money', file: report, change: {any: [end, ' US$ 500.']}},
  {
    rule: 'money',
    file: report,
    change: {
      en: [end, ' (USD\u00a012000).'],
      fr: [end, ' (USD\u00a012,000).'],
      es: [end, ' (USD\u00a012,000).'],
    },
  },
  {rule: 'spelling', file: draft, change: {en: [/organizations/, 'organisations']}},
  {
    rule: 'spelling',
    file: review,
    change: {en: [end, ' in the program.'], fr: [end, ' par mèl.'], es: [end, ' en el sitio Web.']},
  },
  {
    rule: 'glossary-term',
    file: report,
    change: {
      en: [end, ' (Administrative Authority).'],
      fr: [end, ' (autorité de gestion).'],
      es: [end, ' (Secretariado).'],
    },
  },
  {
    rule: 'glossary-term',
    file: report,
    change: {
      en: [end, ' (Administrative Authorities).'],
      fr: [end, ' (autorités de gestion).'],
      es: [end, ' (órganos de gestión).'],
    },
  },
  {
    rule: 'instrument-name',
    file: report,
    change: {
      en: [end, ' (see resolution Conf.\u00a011.3 (Rev.\u00a0CoP14)).'],
      fr: [end, ' (voir la Résolution Conf.\u00a011.3 (Rev.\u00a0CoP14)).'],
      es: [end, ' (véase la resolución Conf.\u00a011.3 (Rev.\u00a0CoP14)).'],
    },
  },
  {
    rule: 'meeting-or-session',
    file: report,
    change: {
      en: [end, ' at a session of the Standing Committee.'],
      fr: [end, ' à une séance du Comité permanent.'],
      es: [end, ' en una sesión del Comité Permanente.'],
    },
  },
  {
    rule: 'typed-reference',
    file: report,
    change: {
      en: [/:decision\[secretariat\.ask-parties\]/, 'Decision\u00a014.35'],
      fr: [/:decision\[secretariat\.ask-parties\]/, 'décision\u00a014.35'],
      es: [/:decision\[secretariat\.ask-parties\]/, 'Decisión\u00a014.35'],
    },
  },
  {
    rule: 'typed-reference',
    file: report,
    change: {
      en: [/:ref\[status-introduction\]/, 'paragraph\u00a012'],
      fr: [/:ref\[status-introduction\]/, 'paragraphe\u00a012'],
      es: [/:ref\[status-introduction\]/, 'párrafo\u00a012'],
    },
  },
  {rule: 'list-conjunction', file: draft, change: {any: [/; (?:and|et|y|e)(?= \^inform-services$)/m, ';']}},
  {rule: 'list-conjunction', file: draftDecisions, change: {any: [/; (?:and|et|y|e)"/, ';"']}},
  {rule: 'list-punctuation', file: draft, change: {any: [/;(?= \^assess-measures$)/m, ',']}},
  {
    rule: 'list-capital',
    file: report,
    change: {
      en: [/(?<=^ *1\. )the(?= )/m, capital],
      fr: [/(?<=^ *1\. )(?:le|la|les)(?= )/m, capital],
      es: [/(?<=^ *1\. )(?:el|la|los|las)(?= )/m, capital],
    },
  },
  {
    rule: 'list-single',
    file: 'sc58/comments-on-workshop/body.{lang}.md',
    change: {en: [/(?<= \^[a-z-]+\n)$/m, '\nThis is so: ^so\n\n1. one item only. ^only\n']},
    at: {holds: /^1\. one item only/},
  },
  {rule: 'placeholder', file: report, change: {any: [end, ' (TBC).']}},
  {rule: 'raised-ordinals', file: 'body.{lang}.md', change: {fr: [end, ' à la 14ème.']}, most: 2},
  {
    rule: 'unaccented-capitals',
    file: 'internet-trade/body.{lang}.md',
    change: {fr: [/\bEtat/, 'État']},
    most: 2,
  },
  {
    rule: 'date-form',
    file: report,
    change: {
      en: [end, ' on July 6, 2009.'],
      fr: [end, ' le 6\u00a0Juillet 2009.'],
      es: [end, ' el 6\u00a0julio 2009.'],
    },
  },
  {
    rule: 'day-range',
    file: report,
    change: {
      en: [end, ', 6 – 10\u00a0July 2009.'],
      fr: [end, ', 6-10\u00a0juillet 2009.'],
      es: [end, ', 6 – 10 de julio de 2009.'],
    },
  },
  {
    rule: 'date-impossible',
    file: report,
    change: {
      en: [end, ' on 31\u00a0June 2009.'],
      fr: [end, ' le 31\u00a0juin 2009.'],
      es: [end, ' el 31 de junio de 2009.'],
    },
  },
  {rule: 'date-ambiguous', file: report, change: {any: [end, ' (05/06/2009).']}},
  {rule: 'pasted-letters', file: report, change: {any: [end, ' (ﬁn).']}},
  {rule: 'quotation-open', file: report, change: {any: [end, ' (“so).']}},
  {rule: 'lead-in', file: report, change: {any: [end, ':']}},
  {
    rule: 'annex-named',
    file: 'cop15/internet-trade/body.{lang}.md',
    change: {
      en: [end, ' (see the Annex).'],
      fr: [end, " (voir l'annexe)."],
      es: [end, ' (véase el Anexo).'],
    },
  },
  {
    rule: 'amendment-space',
    file: 'cop15/conf-11-3/body.{lang}.md',
    change: {any: [/(?<=:del\[[^\]]*[a-z]\]) (?=:ins\[[a-z])/, '']},
  },
  // Documents.
  {
    rule: 'block-twice',
    file: report,
    change: {any: [/^::status$/m, '::status\n\n::status']},
    at: {holds: /^::status$/},
  },
  {
    rule: 'clause-verb',
    file: draft,
    change: {
      en: [/RECOGNIZING/, 'Recognizing'],
      fr: [/RECONNAISSANT/, 'Reconnaissant'],
      es: [/RECONOCIENDO/, 'Reconociendo'],
    },
  },
  {
    rule: 'deadline-missed',
    file: 'cop15/internet-trade/document.yaml',
    change: {any: [/date: "2009-10-09"/, 'date: "2009-11-09"']},
  },
  {
    rule: 'deadline-missed',
    file: 'sc58/internet-trade/document.yaml',
    change: {any: [/date: "2009-05-07"/, 'date: "2009-05-17"']},
  },
  {
    rule: 'decision-report',
    file: draftDecisions,
    change: {
      en: [/report: "report on this matter at/, 'report: "speak of this matter at'],
      fr: [/report: "[^"]*"/, 'report: "en parler."'],
      es: [/report: "[^"]*"/, 'report: "hablar de ello."'],
    },
    at: {holds: /^ {4}text: "(?:The Secretariat|Le Secr|La Secr)/},
  },
  {
    rule: 'decision-subject',
    file: draftDecisions,
    change: {
      en: [/The Secretariat shall:/, 'Parties shall:'],
      fr: [/Le Secrétariat(?=:")/, 'Les Parties'],
      es: [/La Secretaría /, 'Las Partes '],
    },
  },
  {
    rule: 'draft-budget',
    file: 'cop15/internet-trade/document.yaml',
    change: {any: [/\n {2}- \{name: annex-3, form: budget, requires: \{blocks: \[budget\]\}\}/, '']},
    at: {holds: /name: annex-1/},
    allowed: ['annex-stray', 'unknown-reference'],
  },
  {rule: 'final', file: report, change: {any: [end, ' :hint[More?].']}},
  {rule: 'instrument-revision', file: report, change: {any: [end, ' (Conf.\u00a011.3 (Rev.\u00a0CoP13)).']}},
  {
    rule: 'document-requires',
    file: report,
    change: {any: [/ \^recommendations$/m, ' ^advice']},
    at: {line: 1},
  },
  {
    rule: 'late-report',
    file: 'sc58/internet-trade/document.yaml',
    change: {any: [/date: "2009-05-07"/, 'received: "2009-05-17"\ndate: "2009-05-07"']},
    at: {holds: /^languages:/},
  },
  {
    rule: 'parity-tables',
    file: review,
    change: {
      fr: [/^\|[^\n]+ \^postal-inspection [^\n]+\n/m, ''],
      es: [/^\|[^\n]+ \^postal-inspection [^\n]+\n/m, ''],
    },
    at: {holds: /id=measures-and-effect/},
  },
  {
    rule: 'parity-units',
    file: report,
    change: {fr: [/^[^\n]+ \^origin\n\n/m, ''], es: [/^[^\n]+ \^origin\n\n/m, '']},
  },
  {
    rule: 'parity-cells',
    file: review,
    change: {
      fr: [/(?<=\^code-of-conduct \| )[^|]+(?= \|)/, ''],
      es: [/(?<=\^code-of-conduct \| )[^|]+(?= \|)/, ''],
    },
  },
  {
    rule: 'parity-figures',
    file: report,
    change: {fr: [end, ' (2008).'], es: [end, ' (2008).']},
  },
  {
    rule: 'parity-numerals',
    file: report,
    change: {fr: [end, ' et quarante autres.'], es: [end, ' y cuarenta más.']},
  },
  {
    rule: 'parity-directives',
    file: report,
    change: {fr: [/:fact\[reply-by\]/, 'la date fixée'], es: [/:fact\[reply-by\]/, 'la fecha fijada']},
    most: 1,
  },
  {
    rule: 'parity-directives',
    file: report,
    change: {
      fr: [/^::decision\{of=secretariat\}$/m, '::decision{of=standing-committee}'],
      es: [/^::decision\{of=secretariat\}$/m, '::decision{of=standing-committee}'],
    },
    allowed: ['decision-twice'],
  },
  {
    rule: 'parity-marks',
    file: report,
    change: {
      fr: [/^:::example\n((?:(?!:::)[\s\S])*)^:::\n/m, withoutMarks],
      es: [/^:::example\n((?:(?!:::)[\s\S])*)^:::\n/m, withoutMarks],
    },
    most: 1,
  },
  {
    rule: 'parity-emphasis',
    file: report,
    change: {fr: [end, ' (*ainsi*).'], es: [end, ' (*así*).']},
  },
  {
    rule: 'parity-length',
    file: report,
    change: {
      fr: [/(?<=^\p{Lu}[^\n:.\d]{20,40}) [^\n:\d]{150,}\.(?= \^)/mu, '.'],
      es: [/(?<=^\p{Lu}[^\n:.\d]{20,40}) [^\n:\d]{150,}\.(?= \^)/mu, '.'],
    },
    allowed: ['parity-numerals', 'parity-terms'],
    most: 1,
  },
  {
    rule: 'parity-language',
    file: report,
    change: {fr: [end, '. This was said by all of them.'], es: [end, '. This was said by all of them.']},
    allowed: ['parity-length'],
  },
  {
    rule: 'parity-terms',
    file: review,
    change: {fr: [/codes? de conduite/, 'règles'], es: [/códigos? de conducta/, 'normas']},
    most: 1,
  },
  {
    rule: 'posted',
    file: 'cop14/internet-trade/document.yaml',
    change: {any: [/$/, 'posted:\n  - {revision: null, date: "2007-06-20"}\n']},
    at: {holds: /revision: null, date/},
  },
  {
    rule: 'posted',
    file: 'sc58/internet-trade/document.yaml',
    change: {
      any: [/$/, 'posted:\n  - {revision: null, date: "2009-05-22", words: {en: "0123456789abcdef"}}\n'],
    },
    at: {holds: /revision: null, date/},
  },
  {
    rule: 'quotation-verbatim',
    file: report,
    change: {any: [/^::decision\{of=secretariat\}$/m, almostQuoted]},
    at: {holds: /^> /},
    allowed: ['unit-missing'],
  },
  {
    rule: 'repeal-last',
    file: draft,
    change: {
      en: [/^(?=RECOMMENDS that)/m, 'REPEALS the earlier text; ^repeals\n\n'],
      fr: [/^(?=RECOMMANDE aux)/m, 'ABROGE le texte antérieur; ^repeals\n\n'],
      es: [/^(?=RECOMIENDA )/m, 'REVOCA el texto anterior; ^repeals\n\n'],
    },
    allowed: parity,
  },
  {rule: 'report-status', file: report, change: {any: [/^::status\n/m, '']}, at: {line: 1}},
  {
    rule: 'resolution-task',
    file: draft,
    change: {
      en: [/(?<=sellers);(?= \^keep-information)/, ' by the end of 2011;'],
      fr: [/;(?= \^keep-information)/, ' au plus tard en 2011;'],
      es: [/;(?= \^keep-information)/, ' a más tardar en 2011;'],
    },
  },
  {
    // A draft that is said to revise a resolution of which it has no word.
    rule: 'amended-words',
    file: 'documents/cop15/internet-trade/document.yaml',
    change: {
      any: [
        /^annexes:\n {2}- \{name: annex-1, form: draft-resolution/m,
        'amends: {number: "11.3", revision: CoP14}\nannexes:\n  - {name: annex-1, form: revised-resolution',
      ],
    },
    at: {file: 'documents/cop15/internet-trade/annex-1.en.md', holds: /^RECALLING also/},
  },
  {
    rule: 'paragraph-capital',
    file: report,
    change: {
      en: [/^The (?=Secretariat[^\n]+ \^[a-z-]+$)/m, 'the '],
      fr: [/^Le (?=Secrétariat[^\n]+ \^[a-z-]+$)/m, 'le '],
      es: [/^La (?=Secretaría[^\n]+ \^[a-z-]+$)/m, 'la '],
    },
  },
  {
    rule: 'struck-item',
    file: draft,
    change: {any: [/^1\. [^\n]* \^national-unit$/m, struck]},
    allowed: parity,
  },
  {
    rule: 'submitter',
    file: 'documents/cop15/internet-trade/document.yaml',
    change: {any: [/^author: standing-committee$/m, 'author: canada']},
  },
  {rule: 'typed-label', file: draft, change: {any: [/(?<=^1\. )(?=[^\n]* \^national-unit$)/m, 'b) ']}},
  {rule: 'unit-ids', file: report, change: {any: [/ \^purpose$/m, '']}},
]
