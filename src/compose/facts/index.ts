export {codedFacts, factNodes} from './facts.ts'
export {knownFunds, lackingOf} from './funding.ts'
export {askedProvisions, knownReplies} from './replies.ts'
