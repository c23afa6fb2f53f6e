export {codedFacts, factNodes} from './facts.ts'
export {knownFunds, lackingOf, stateOf} from './funding.ts'
export {askedProvisions, knownReplies} from './replies.ts'
