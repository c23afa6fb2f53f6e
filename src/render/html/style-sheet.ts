import type {Numbering, ParagraphStyle, Styles} from '../../resolve/index.ts'
import {type AnswerSpace, type DocumentTree, visit} from '../../tree/index.ts'
import {cm, em, round, space} from './lengths.ts'
import {linkRules} from './site-links.ts'
import {columnRules, tableRules, turnedPages} from './table-style.ts'
import {
  amendedRules,
  captionRules,
  headingRules,
  loweredRule,
  narrowRules,
  numberedHeadings,
  pictureRules,
  secondLineRule,
  setInRules,
} from './where-used.ts'

// Height of a line of an answer.
const lineEms = 1.5

/** Rules for what is quoted with the labels of its own text, and for registers of several subjects, on a page that has some. */
function ofTheirText(numbering: Numbering, tree: DocumentTree, size: number): string {
  const kinds = ['quoted-text', 'quoted-number'].filter((kind) =>
    tree.sequences.some((sequence) => sequence.kind === kind),
  )
  const rules = kinds.map((kind) => {
    const hang = em(numbering[kind]?.levels[0]?.hanging ?? 567, size)
    return `\n.${kind}{padding-left:${hang}}\n.${kind}>p>.num{min-width:calc(${hang} - ${space});margin-left:-${hang}}`
  })
  // An addressee under the heading of a subject looks like any other.
  let isUnder = false
  visit(tree, 'addressee', (node) => {
    isUnder ||= node.isUnder === true
  })
  const heading = isUnder ? '\nh3.addressee{font-style:normal}' : ''
  if (kinds.length === 0) return heading
  return `${heading}\nul.provisions{list-style:none;margin:0 0 1em;padding:0}${rules.join('')}`
}

/**
 * The style sheet of a page, from the same styles.yaml as the Word styles.
 *
 * @param styles  templates/styles.yaml
 * @param numbering  templates/numbering.yaml, for the hanging indents
 * @param tree  of the document: the foot of each part stands on its printed pages
 */
export function styleSheet(styles: Styles, numbering: Numbering, tree: DocumentTree): string {
  const {font, page} = styles
  const families = [font.family, ...font.fallback]
    .map((name) => (/^[a-z-]+$/.test(name) ? name : `"${name}"`))
    .join(', ')
  const hang = em(numbering.paragraphs?.levels[0]?.hanging ?? 567, font.size)
  const decisionHang = em(numbering.decision?.levels[0]?.hanging ?? 851, font.size)
  const quotedHang = em(numbering['quoted-decision']?.levels[0]?.hanging ?? 964, font.size)
  const quoted = styles['paragraph-styles'].quotation
  const own = ofTheirText(numbering, tree, font.size)
  const headings = numberedHeadings(tree, numbering)
  const hint = styles['character-styles'].hint?.color
  const foot = (text: string): string =>
    `@bottom-right{content:"${text.replace(/[\\"<>\n]/g, '')}" counter(page);font:9pt ${families}}`
  const pages = tree.children.map((part, index) => {
    const {name, footer, isLandscape} = part
    const size = `A4${isLandscape ? ' landscape' : ''}`
    const whole =
      index === 0
        ? `@page{size:${size};margin:${cm(page.margin)};${foot(footer)}}`
        : `@page ${name}{size:${size};${foot(footer)}}@media print{.${name}{page:${name}}}`
    return whole + turnedPages(part, index === 0 ? '.part:not(.annex-part)' : `.${name}`, foot(footer))
  })
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
html{font:100%/1.5 ${families};color:#1a1a1a;background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1rem 1.25rem 4rem;max-width:44rem}
p,h1,h2,h3,ol,table{margin:0 0 1em}
blockquote{margin:0 ${em(quoted?.right ?? 0, font.size)} 0 ${em(quoted?.left ?? 0, font.size)}}
li>blockquote{margin-left:${hang}}
h1,h2,h3{font-size:1em;font-weight:normal;line-height:1.4;text-wrap:balance}
h2{font-weight:bold;margin-top:1.75em}
h3{font-style:italic;margin-top:1.25em}
a{color:#0b4a8f}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.languages ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;justify-content:flex-end;list-style:none;margin:0 0 1.5rem;padding:0;font-size:.875rem}
.languages a,.languages span{display:inline-block;min-height:24px;min-width:24px}
.languages span{font-weight:bold}
ol{list-style:none;padding:0}
li>p{margin:0 0 1em}
.paragraphs>li,.provisions>li{padding-left:${hang}}
.num{display:inline-block;min-width:calc(${hang} - ${space});min-height:24px;margin-left:-${hang};color:inherit;text-decoration:none}
.num:hover,.num:focus{text-decoration:underline}
.decision{padding-left:${decisionHang}}
.quoted-decision{padding-left:${quotedHang}}
.decision>p>.num{min-width:calc(${decisionHang} - ${space});margin-left:-${decisionHang};white-space:nowrap}
.quoted-decision>p>.num{min-width:calc(${quotedHang} - ${space});margin-left:-${quotedHang}}${own}
li:target>p,.decision:target>p{background:#fff6d6;box-shadow:0 0 0 .25em #fff6d6}
.same{display:none;font-size:.875em;user-select:none}
:target>p>.same{display:inline}
.same a{display:inline-block;min-height:24px;min-width:24px;margin-left:.5em}
sup{line-height:0;font-size:.75em}
.example{color:#8a4b00}
.hint{color:${hint ? `#${hint.toLowerCase()}` : 'inherit'}}
.missing{background:#fde8ec;color:#8f001a}
ins{text-decoration:underline}
del{text-decoration:line-through}
.table{overflow-x:auto;margin:0 0 1.5em}
@media screen and (min-width:48rem){.wide .table{margin-inline:max(-14rem,calc((44rem - 100vw)/2 + 1.5rem))}}
table{border-collapse:collapse;width:100%;font-size:.9em;margin:0}
caption{text-align:left;font-weight:bold;padding:0 0 .5em}
th,td{border:1px solid #767676;padding:.35em .5em;text-align:left;vertical-align:top}
thead th{background:#eef2f6}
tbody th{font-weight:normal}
.right{text-align:right}
${tableRules(tree)}.notes{border-top:1px solid #767676;margin-top:2.5em;padding-top:1em;font-size:.9em}
.notes h2{margin-top:0}
.notes ol{list-style:decimal;padding-left:1.75em}
.notes .signs{list-style:none;padding-left:0}
.annex-part{border-top:1px solid #767676;margin-top:3em;padding-top:1.5em}
${answers(tree)}.rule{letter-spacing:-.02em;color:#767676}
${Object.entries(styles['paragraph-styles'])
  .map(([name, style]) => (headings.has(name) ? '' : rule(name, style, font.size)))
  .filter((line) => line !== '')
  .join(
    '\n',
  )}${secondLineRule(tree)}${setInRules(tree, hang)}${loweredRule(tree)}${headingRules(headings, styles)}${columnRules(tree)}${amendedRules(tree)}${captionRules(tree)}${pictureRules(tree)}${linkRules(tree.meta)}
@media (max-width:30rem){body{padding:.75rem 1rem 3rem}.paragraphs>li,.provisions>li{padding-left:1.9em}.num{min-width:calc(1.9em - ${space});margin-left:-1.9em}.decision{padding-left:0}.decision>p>.num{margin-left:0;min-width:0}.decision .decision>p>.num{margin-left:0}blockquote,li>blockquote{margin-inline:1.9em 0}}${narrowRules(tree, numbering, styles)}
${pages.join('\n')}
@media print{html{font-size:${font.size}pt}body{max-width:none;padding:0}.skip,.languages,:target>p>.same,[role=doc-backlink]{display:none}li:target>p,.decision:target>p{background:none;box-shadow:none}a{color:inherit;text-decoration:none}.annex-part{break-before:page;border:0;margin:0;padding:0}h2,h3,caption{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.table{overflow:visible}}
`
}

/** The room that a questionnaire leaves; nothing in a document without any. */
function answers(tree: DocumentTree): string {
  const spaces = tree.children.flatMap(({children}) =>
    children.filter((node): node is AnswerSpace => node.type === 'answerSpace'),
  )
  if (spaces.length === 0) return ''
  const heights = [...new Set(spaces.map(({lines}) => lines))].sort((a, b) => a - b)
  return `.answer{border:1px solid #767676;margin:0 0 1.5em;padding:.35em .5em;break-inside:avoid}
.answer p{font-size:.9em;margin:0;color:#595959}
${heights.map((lines) => `.lines-${lines}{min-height:${round(lines * lineEms)}em}`).join('\n')}
`
}

// Lists and tables have their own rules above; these are the styles of single paragraphs.
const own =
  /^(?:answer$|paragraph-|provision-|decision$|heading-|table-|caption$|footnote$|footer$|unnumbered$|quotation$)/

function rule(name: string, style: ParagraphStyle, baseSize: number): string {
  if (own.test(name)) return ''
  const declarations = [
    style.align && style.align !== 'justify' ? `text-align:${style.align}` : '',
    style.bold === undefined ? '' : `font-weight:${style.bold ? 'bold' : 'normal'}`,
    style.italic ? 'font-style:italic' : '',
    style.border ? 'border:1px solid;padding:.5em .75em' : '',
    style['tab-right'] ? 'display:flex;flex-wrap:wrap;gap:0 1em;justify-content:space-between' : '',
    style.size ? `font-size:${round(style.size / baseSize)}em` : '',
    style.after === undefined ? '' : `margin-bottom:${em(style.after, style.size ?? baseSize)}`,
    style.before === undefined ? '' : `margin-top:${em(style.before, style.size ?? baseSize)}`,
    style.hanging === undefined
      ? ''
      : `display:grid;grid-template-columns:${em(style.hanging, style.size ?? baseSize)} 1fr`,
    style.left === undefined
      ? ''
      : `margin-left:${em(style.left - (style.hanging ?? 0), style.size ?? baseSize)}`,
  ].filter((declaration) => declaration !== '')
  return declarations.length > 0 ? `.${name}{${declarations.join(';')}}` : ''
}
