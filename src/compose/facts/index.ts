export {costOf, daysOf} from './budget.ts'
export {factNodes} from './facts.ts'
export {knownReplies} from './replies.ts'
