import type {SiteFormat} from './types.ts'

/** Every kind of page about all documents; adding one is a file here and a line in this table. */
export const siteFormats: ReadonlyMap<string, SiteFormat> = new Map<string, SiteFormat>([
  ['index', {render: async (site) => (await import('./render-index.ts')).renderIndex(site)}],
  ['decisions', {render: async (site) => (await import('./render-decisions.ts')).renderDecisions(site)}],
  [
    'dashboard',
    {render: async (site) => (await import('./dashboard/render-dashboard.ts')).renderDashboard(site)},
  ],
  [
    'translations',
    {
      madeFrom: 'progress',
      render: async (site) => (await import('./render-translations.ts')).renderTranslations(site),
    },
  ],
  [
    'search',
    {
      madeFrom: 'words',
      render: async (site, language) => (await import('./render-search.ts')).renderSearch(site, language),
    },
  ],
])
