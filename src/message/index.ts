export type {MessageDetails, Place} from './message.ts'
export {
  compare,
  error,
  finding,
  isError,
  nearest,
  printable,
  quote,
  severalOf,
  sortMessages,
  startOfFile,
  warning,
} from './message.ts'
