export * from './cells.ts'
export {byUrgency, type Progress, tasksOn} from './progress.ts'
