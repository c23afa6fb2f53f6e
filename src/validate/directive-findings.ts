import type {Node} from 'mdast'
import type {Directives} from 'mdast-util-directive'
import {choices, nearest, quote} from '../message/index.ts'
import type {DirectiveForm, Forms} from './directives.ts'
import type {Say} from './say.ts'

/** What is wrong with a directive: its name, its form, its label, its attributes. */
export function lookAtDirective(node: Directives, all: Forms, say: Say): void {
  const forms = node.type === 'textDirective' ? all.inText : all.onLine
  const colons = node.type === 'textDirective' ? ':' : node.type === 'leafDirective' ? '::' : ':::'
  const form = formFor(node, all)
  if (!form) {
    const near = nearest(node.name, forms.keys())
    const remedy = near ? `Write ${quote(`${colons}${near}`)}.` : `Write ${choices(node.name, forms.keys())}.`
    say(node, 'unknown-directive', `There is no directive ${quote(colons + node.name)}. ${remedy}`)
    return
  }
  if (form.type !== node.type) {
    say(node, 'directive-form', `${quote(colons + node.name)} is written “${form.example}”${where(form)}.`)
    return
  }
  const hasLabel =
    node.type === 'containerDirective'
      ? node.children.slice(0, 1).some(isWrittenLabel)
      : node.children.length > 0
  // Brackets with nothing between them are a form half written, also where it may do without.
  const isEmpty = node.children.slice(0, 1).some((child) => isLabel(child) && !isWrittenLabel(child))
  if (form.label === 'optional' ? isEmpty : (form.label === 'required') !== hasLabel) {
    const what = hasLabel ? 'takes no words' : 'has no words'
    const reason = `${quote(colons + node.name)} ${what} between [ and ]. It is written “${form.example}”.`
    say(node, 'directive-form', reason)
    return
  }
  const attributes = new Map(Object.entries(node.attributes ?? {}))
  for (const [name, value] of attributes) {
    const expected = form.attributes.get(name)
    if (!expected) {
      // “::decisions{of=…}”: the quotation of one decision was meant.
      const meant = [...forms].find(
        ([other, {attributes: known}]) =>
          nearest(node.name, [other]) &&
          [...attributes].every(([key, given]) => known.get(key)?.pattern.test(given ?? '')),
      )?.[1]
      say(
        node,
        'directive-attribute',
        `${quote(colons + node.name)} has no ${quote(name)}. ${meant ? `Write “${meant.example}”, or “${form.example}”.` : `It is written “${form.example}”.`}`,
      )
    } else if (!expected.pattern.test(value ?? '')) {
      say(
        node,
        'directive-attribute',
        `${quote(value ? `${name}=${value}` : name)} cannot be used in ${quote(colons + node.name)}. Write ${expected.pattern.test('') ? `“${name}” alone` : `for example “${name}=${expected.example}”`}.`,
      )
    }
  }
  for (const [name, expected] of form.attributes) {
    if (expected.required && !attributes.has(name)) {
      say(
        node,
        'directive-attribute',
        `${quote(colons + node.name)} lacks “${name}”. It is written “${form.example}”.`,
      )
    }
  }
}

/** The form that was meant. A directive for a line of its own is also known inside a sentence, and the reverse. */
function formFor(node: Directives, {inText, onLine}: Forms): DirectiveForm | undefined {
  const [own, others] = node.type === 'textDirective' ? [inText, onLine] : [onLine, inText]
  const form = own.get(node.name)
  const other = others.get(node.name)
  const keys = Object.keys(node.attributes ?? {})
  const isOther = keys.length > 0 && !keys.some((key) => form?.attributes.has(key))
  return !form || (isOther && keys.every((key) => other?.attributes.has(key))) ? (other ?? form) : form
}

function where(form: DirectiveForm): string {
  return form.type === 'textDirective' ? ', inside a paragraph' : ', on a line of its own'
}

function isLabel(child: Node): boolean {
  return child.data !== undefined && 'directiveLabel' in child.data
}

function isWrittenLabel(child: Node & {children?: unknown[]}): boolean {
  return isLabel(child) && Boolean(child.children?.length)
}
