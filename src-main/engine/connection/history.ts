import type { HistoryEntry } from '../../../src-shared/contract/connection'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { statusSentence } from '../../../src-shared/domain/status'
import { invalidInput } from '../error'
import type { Vault } from '../vault/vault'
import type { StatusMove, VaultEvent } from '../vault/vault-event'

/** A page of a connection's events, newest first. The caller has checked that the actor may see it. */
export async function readHistory(vault: Vault, id: string, limit: number, cursor: string | undefined) {
  if (cursor !== undefined && !/^[1-9][0-9]{0,15}$/.test(cursor)) throw invalidInput('cursor', 'is not a cursor of this history')
  const page = await vault.history(id, limit, cursor === undefined ? undefined : Number(cursor))
  return {
    items: page.events.flatMap((event) => toEntry(event) ?? []),
    nextCursor: page.next === undefined ? null : String(page.next),
  }
}

function toEntry(event: VaultEvent): HistoryEntry | undefined {
  const { sequence, at, actor } = event
  const entry = (kind: HistoryEntry['kind'], message: string): HistoryEntry => ({ sequence, at, kind, actor, message })
  switch (event.kind) {
    case 'connection.added':
      return entry('added', `Added for ${event.data.account.label}.`)
    case 'connection.reconnected':
      return entry('reconnected', reconnectMessage(event.data))
    case 'connection.renamed':
      return entry('renamed', `Renamed from “${event.data.nameBefore}” to “${event.data.name}”.`)
    case 'connection.tested':
      return entry('tested', testMessage(event.data, actor === null))
    case 'connection.provider_event':
      return entry('provider_event', providerEventMessage(event.data))
    case 'connection.refreshed':
      return event.data.complete ? entry('refreshed', 'Refreshed its tokens.') : undefined
    case 'connection.refresh_failed':
      return entry('refresh_failed', refreshFailedMessage(event.data))
    case 'connection.reprovisioned':
      return entry('reprovisioned', 'Your operator changed what it consists of.')
    case 'connection.withdrawn':
      return entry('removed', statusSentence.withdrawn_by_operator)
    case 'connection.removed':
      return entry('removed', event.data.providerNotice === null ? 'Removed.' : `Removed here. ${event.data.providerNotice}`)
    default:
      // Events of the vault and of provider apps are not a connection's; intents and uses say nothing that their outcome does not.
      return undefined
  }
}

function testMessage(
  { result, error, moved }: { result: string; error: string | null; moved: StatusMove | null },
  byItself: boolean,
): string {
  if (byItself && moved === null) return 'A check found that its details had changed at the provider.'
  if (result === 'success') return 'Tested: it works.'
  return `Tested: ${error ?? 'it failed.'}${moved === null ? '' : ` ${statusSentence[moved.reason]}`}`
}

function refreshFailedMessage({ error, moved }: { error: string; moved: StatusMove | null }): string {
  return `A refresh failed (${error}). ${moved === null ? 'It is tried again.' : statusSentence[moved.reason]}`
}

function providerEventMessage({ event, moved }: { event: LifecycleEvent; moved: unknown }): string {
  return moved === null ? `The provider sent “${event}”; it changed nothing.` : statusSentence[event]
}

function reconnectMessage({
  account,
  scopes,
  scopesBefore,
}: {
  account: { label: string }
  scopes: string[]
  scopesBefore: string[]
}) {
  const gained = scopes.filter((scope) => !scopesBefore.includes(scope))
  const lost = scopesBefore.filter((scope) => !scopes.includes(scope))
  const changes = [gained.length > 0 ? ` Gained ${gained.join(', ')}.` : '', lost.length > 0 ? ` Lost ${lost.join(', ')}.` : '']
  return `Reconnected as ${account.label}.${changes.join('')}`
}
