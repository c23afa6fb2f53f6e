import type {DossierFormat} from './types.ts'

/** Every file that tells of the whole dossier; adding one is a file here and a line in this table. */
export const dossierFormats: ReadonlyMap<string, DossierFormat> = new Map<string, DossierFormat>([
  [
    'calendar',
    {render: async (compositions) => (await import('./render-calendar.ts')).renderCalendars(compositions)},
  ],
  [
    'register',
    {render: async (compositions) => (await import('./render-register.ts')).renderRegister(compositions)},
  ],
])
