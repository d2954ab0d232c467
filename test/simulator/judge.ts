import type { ConnectionView } from '../../src-shared/contract/connection'
import type { AuthorizationServer } from './authorization-server'

/** What must hold in the end, whatever happened: one line for everything that does not. */
export async function judge(
  views: readonly ConnectionView[],
  server: AuthorizationServer,
  tokenOf: (id: string) => Promise<string | undefined>,
): Promise<string[]> {
  const found: string[] = []
  for (const [index, view] of views.entries()) {
    const family = server.families[index]
    if (!family) throw new Error('a connection without a family')
    if (family.isRevoked) {
      if (view.status !== 'needs_reauth') found.push(`${family.name} was revoked, and its connection is ${view.status}`)
      else if (view.statusReason !== 'refresh_outcome_unknown') found.push(`${family.name}: the reason is ${view.statusReason}`)
    } else if (view.status !== 'active') {
      found.push(`${family.name} lives, and its connection is ${view.status} (${view.statusReason})`)
    } else if (view.distressed || view.refreshFailureCount > 0) {
      found.push(`${family.name} works, and its connection is distressed`)
    } else {
      const token = await tokenOf(view.id)
      if (token === undefined || server.whoHas(token) !== family.name) found.push(`${family.name}: ${token} is not good`)
    }
  }
  return found
}

/** A family is lost only where a lost answer was retried too late for the provider, however soon that was. */
export const judgeRetries = (server: AuthorizationServer): string[] =>
  server.families
    .filter(({ isRevoked, window }) => isRevoked && window === undefined)
    .map(({ name }) => `${name} rotates nothing, and was lost`)
