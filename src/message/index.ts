export {asTyped} from './as-typed.ts'
export {addAll, largest} from './lists.ts'
export type {MessageDetails, Place} from './message.ts'
export {
  compare,
  error,
  finding,
  isError,
  quote,
  severalOf,
  sortMessages,
  startOfFile,
  warning,
} from './message.ts'
export {choices, few, nearest} from './nearest.ts'
export {type Printed, printable, printed} from './printable.ts'
