import { z } from 'zod'

/** The line that the program prints with `--json` when it is ready: `serve` and the desktop alike. */
const ReadyLine = z.object({
  event: z.literal('ready'),
  /** Null where there is no page to visit: on the desktop. */
  url: z.string().nullable(),
  openUrl: z.string().nullable(),
  /** Null while the desktop's loopback API is off. */
  api: z.string().nullable(),
  tokenFile: z.string(),
  /** Origins of the demo's providers, and what stands in for their people and secrets. */
  demo: z
    .object({
      slack: z.string(),
      github: z.string(),
      passport: z.string(),
      vaultPassword: z.string(),
      slackSigningSecret: z.string(),
      actors: z.object({ owner: z.object({ tokenFile: z.string() }), teammate: z.object({ tokenFile: z.string() }) }),
    })
    .optional(),
})
export type ReadyLine = z.infer<typeof ReadyLine>
export type DemoFacts = NonNullable<ReadyLine['demo']>
export type DemoPerson = keyof DemoFacts['actors']

export const readyLineFrom = (line: string): ReadyLine => ReadyLine.parse(JSON.parse(line))

/** Throws where the program was not started as a demo. */
export function demoOf(ready: ReadyLine): DemoFacts {
  if (ready.demo === undefined) throw new Error('This is no demo.')
  return ready.demo
}
