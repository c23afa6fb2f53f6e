export {EnvironmentError, UsageError} from './failures.ts'
