export {costOf, daysOf} from './budget.ts'
export {factNodes} from './facts.ts'
export {lackingOf, stateOf, sumsOf} from './funding.ts'
export {askedProvisions, knownReplies} from './replies.ts'
