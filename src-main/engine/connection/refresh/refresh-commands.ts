import { createHash } from 'node:crypto'
import type { LifecycleEvent } from '../../../../src-shared/domain/lifecycle'
import type { RefreshedTokens } from '../../provider/provider'
import type { Row } from '../../vault/store'
import { published } from '../connection-commands'
import { findRow } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { statusMove } from '../status-move'

/** Names a token in the sealed journal, so that a pending intent is told apart from one about another token. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('base64url').slice(0, 22)

/** The connection as it is now, unless its tokens were replaced or taken away since it was read. */
function stillHeld({ vault }: Dependencies, before: Row): Row | undefined {
  const now = findRow(vault, String(before.id))
  return now && now.status !== 'revoked' && now.authorized_at === before.authorized_at ? now : undefined
}

/** The intent, durable when this resolves. False when there is nothing to refresh any more. */
export function noteIntent(deps: Dependencies, before: Row, token: string): Promise<boolean> {
  const record = String(before.id)
  return deps.vault.commit({
    actor: null,
    touches: [record],
    decide: () => {
      const now = stillHeld(deps, before)
      if (now?.status !== 'active') return { events: [], result: () => false }
      const data = { fingerprint: fingerprint(token) }
      const isPending = now.refresh_intent === data.fingerprint
      return {
        events: isPending ? [] : [{ body: { kind: 'connection.refresh_started', record, data } }],
        result: () => true,
      }
    },
  })
}

/** Keeps the new tokens, durable when this resolves. False where the connection has others by now: nothing of these is kept. */
export function keepTokens(deps: Dependencies, before: Row, tokens: RefreshedTokens, complete: boolean): Promise<boolean> {
  const record = String(before.id)
  const secret = deps.vault.sealSecret(record, tokens.secret)
  const expiresAt = tokens.expiresAt === null ? null : new Date(tokens.expiresAt).toISOString()
  const data = { expiresAt, scopes: tokens.scopes ?? null, complete }
  return deps.vault.commit({
    actor: null,
    touches: [record],
    decide: () => {
      if (!stillHeld(deps, before)) return { events: [], result: () => false }
      return {
        events: [{ body: { kind: 'connection.refreshed', record, data }, secret }],
        result: () => {
          if (complete) published(deps, record)
          return true
        },
      }
    },
  })
}

/** A failure that passes, or one for good, which moves the status. False where it is not about the tokens it has now. */
export function noteFailure(
  deps: Dependencies,
  before: Row,
  failure: { code: string; uncertain: boolean; event: LifecycleEvent | undefined },
): Promise<boolean> {
  const record = String(before.id)
  const { code: error, uncertain, event } = failure
  return deps.vault.commit({
    actor: null,
    touches: [record],
    decide: () => {
      const now = stillHeld(deps, before)
      if (!now) return { events: [], result: () => false }
      // A provider event may have moved it meanwhile: what that said stands.
      const moved = event === undefined ? null : statusMove(now, event)
      return {
        events: [{ body: { kind: 'connection.refresh_failed', record, data: { error, uncertain, moved } } }],
        result: () => {
          published(deps, record)
          return true
        },
      }
    },
  })
}
