/** Directives that only hold blocks, which are those of the text around them: whoever looks for blocks looks into these. */
export const groupDirectives: ReadonlySet<string> = new Set(['example', 'unnumbered'])
