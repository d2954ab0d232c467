import { z } from 'zod'
import { type ConnectionStatus, isLive } from './status'

export const Pill = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('managed') }),
  z.object({ kind: z.literal('not_provisioned') }),
  z.object({ kind: z.literal('connections'), count: z.int().positive() }),
  z.object({ kind: z.literal('reconnect_required') }),
  z.object({ kind: z.literal('not_connected') }),
])
export type Pill = z.infer<typeof Pill>

/** How many connections of one type the viewer may see, by status. Statuses that do not occur may be left out. */
export type StatusCounts = Partial<Record<ConnectionStatus, number>>

/**
 * The pill in the corner of a directory card. Source: "Directory card and pill" in the Connect specification.
 * `counts` must already be narrowed to what the viewing actor may see.
 */
export function pillFor(managed: boolean, counts: StatusCounts): { pill: Pill; attention: boolean } {
  const of = (status: ConnectionStatus) => counts[status] ?? 0
  if (managed) {
    // One that does not work is provisioned all the same: what to do about it is said on its page.
    const isProvisioned = of('active') + of('needs_reauth') + of('error') > 0
    return { pill: { kind: isProvisioned ? 'managed' : 'not_provisioned' }, attention: false }
  }
  const statuses: ConnectionStatus[] = ['active', 'needs_reauth', 'uninstalled', 'revoked', 'error']
  const live = statuses.filter(isLive).reduce((sum, status) => sum + of(status), 0)
  if (live > 0) return { pill: { kind: 'connections', count: live }, attention: of('needs_reauth') > 0 }
  if (of('uninstalled') + of('revoked') + of('error') > 0) return { pill: { kind: 'reconnect_required' }, attention: false }
  return { pill: { kind: 'not_connected' }, attention: false }
}
