import type {Format} from './types.ts'

/** Every output format by name; adding one is a folder here and a line in this table. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'docx',
    {
      extension: 'docx',
      isCommitted: true,
      render: async (finished) => (await import('./docx/index.ts')).renderDocx(finished),
      forRelease: async (bytes) => (await import('./docx/index.ts')).deflated(bytes),
    },
  ],
  [
    'html',
    {
      extension: 'html',
      isCommitted: true,
      render: async (finished) => (await import('./html/index.ts')).renderHtml(finished),
    },
  ],
  [
    'units',
    {
      extension: 'units.txt',
      isCommitted: true,
      isForReviewers: true,
      render: async (finished) => (await import('./units/index.ts')).renderUnits(finished),
    },
  ],
  [
    'txt',
    {
      extension: 'txt',
      isCommitted: false,
      render: async (finished) => (await import('./text/index.ts')).renderText(finished),
    },
  ],
])
