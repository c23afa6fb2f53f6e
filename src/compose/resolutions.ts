import type {ResolutionName} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {phrase, plainPhrase} from './phrases.ts'

/** “Resolution Conf. 11.3 (Rev. CoP14)”, as the language writes it in a sentence. */
export function resolutionNodes(context: Context, resolution: ResolutionName): InlineNode[] {
  return phrase(context, 'resolution-reference', {number: resolutionNumber(context, resolution)})
}

/** “11.3 (Rev. CoP14)”: what stands after Conf.; no revision where there is none. */
export function resolutionNumber(context: Context, {number, revision}: ResolutionName): string {
  return revision ? `${number}\u00a0${plainPhrase(context, 'revision', {revision})}` : number
}
