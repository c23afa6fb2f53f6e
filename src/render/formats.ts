import type {Format} from './types.ts'

/** Every output format by name; adding one is a folder here and a line in this table. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'docx',
    {extension: 'docx', render: async (finished) => (await import('./docx/index.ts')).renderDocx(finished)},
  ],
  [
    'html',
    {extension: 'html', render: async (finished) => (await import('./html/index.ts')).renderHtml(finished)},
  ],
  [
    'txt',
    {extension: 'txt', render: async (finished) => (await import('./text/index.ts')).renderText(finished)},
  ],
])
