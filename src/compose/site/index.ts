export {composeDashboard} from './compose-dashboard.ts'
export {composeSite} from './compose-site.ts'
export type * from './dashboard-types.ts'
export type * from './types.ts'
