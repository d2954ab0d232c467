import { z } from 'zod'

/** What a desktop says in a session. */
export const DesktopFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('acknowledge'), id: z.string() }),
  z.object({ type: z.literal('refuse'), id: z.string(), code: z.string().max(100), message: z.string().max(1000) }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('pong') }),
])
export type DesktopFrame = z.infer<typeof DesktopFrame>

/** Undefined for whatever is not one. */
export function frameIn(text: string): DesktopFrame | undefined {
  try {
    return DesktopFrame.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Codes that a session is closed with. 4401 stands in the protocol; the others are this stand-in's own. */
export const closeCode = { identityExpired: 4401, silent: 4408, unreadable: 4400, goingAway: 1001 } as const
