export {labelNotes, number} from './number.ts'
