import {run} from '../../src/commands/status.ts'
import {story} from './story.ts'

/** What the command prints and its exit status. */
export async function status(
  args: string[],
  {width = 80, color = false} = {},
): Promise<{out: string; err: string; exit: number}> {
  const printed = {out: '', err: ''}
  const exit = await run(args, {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    progress: () => undefined,
    color: false,
    outColor: color,
    width,
  })
  return {...printed, exit}
}

/** Arguments for the dossier of the story. */
export const here = (...args: string[]): string[] => ['--root', story, ...args]
