export * from './cells.ts'
export {byUrgency, type Progress, type TasksOf, tasksOn, type Urgency, urgencyOf} from './progress.ts'
