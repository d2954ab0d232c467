import type { HistoryEntry } from '../../../src-shared/contract/connection'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { statusSentence } from '../../../src-shared/domain/status'
import { historyWords } from '../../../src-shared/words/en/history'
import { invalidInput } from '../error'
import type { Vault } from '../vault/vault'
import type { StatusMove, VaultEvent } from '../vault/vault-event'

/** A page of a connection's events, newest first. The caller has checked that the actor may see it. */
export async function readHistory(vault: Vault, id: string, limit: number, cursor: string | undefined) {
  if (cursor !== undefined && !/^[1-9][0-9]{0,15}$/.test(cursor)) throw invalidInput('cursor', historyWords.notACursor)
  const page = await vault.history(id, limit, cursor === undefined ? undefined : Number(cursor))
  return {
    items: page.events.flatMap((event) => toEntry(event) ?? []),
    nextCursor: page.next === undefined ? null : String(page.next),
  }
}

/** undefined for what the history does not show. */
export function toEntry(event: VaultEvent): HistoryEntry | undefined {
  const { sequence, at, actor } = event
  const entry = (kind: HistoryEntry['kind'], message: string): HistoryEntry => ({ sequence, at, kind, actor, message })
  switch (event.kind) {
    case 'connection.added':
      return entry('added', historyWords.addedFor(event.data.account.label))
    case 'connection.reconnected':
      return entry('reconnected', reconnectMessage(event.data))
    case 'connection.renamed':
      return entry('renamed', historyWords.renamed(event.data.nameBefore, event.data.name))
    case 'connection.tested':
      return entry('tested', testMessage(event.data, actor === null))
    case 'connection.provider_event':
      return entry('provider_event', providerEventMessage(event.data))
    case 'connection.refreshed':
      return event.data.complete ? entry('refreshed', historyWords.refreshed) : undefined
    case 'connection.refresh_failed':
      return entry('refresh_failed', refreshFailedMessage(event.data))
    case 'connection.secret_lost':
      return entry('secret_lost', historyWords.secretLost)
    case 'connection.reprovisioned':
      return entry('reprovisioned', historyWords.reprovisioned)
    case 'connection.withdrawn':
      return entry('removed', statusSentence.withdrawn_by_operator)
    case 'connection.removed':
      return entry(
        'removed',
        event.data.providerNotice === null ? historyWords.removed : historyWords.removedHere(event.data.providerNotice),
      )
    default:
      // Events of the vault and of provider apps are not a connection's; intents and uses say nothing that their outcome does not.
      return undefined
  }
}

function testMessage(
  { result, error, moved }: { result: string; error: string | null; moved: StatusMove | null },
  byItself: boolean,
): string {
  if (byItself && moved === null) return historyWords.detailsChanged
  if (result === 'success') return historyWords.testedWorks
  return sentences(historyWords.tested(error ?? historyWords.testFailed), moved === null ? '' : statusSentence[moved.reason])
}

function refreshFailedMessage({ error, moved }: { error: string; moved: StatusMove | null }): string {
  return sentences(historyWords.refreshFailed(error), moved === null ? historyWords.triedAgain : statusSentence[moved.reason])
}

function providerEventMessage({ event, moved }: { event: LifecycleEvent; moved: unknown }): string {
  return moved === null ? historyWords.providerSent(event) : statusSentence[event]
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
  return sentences(
    historyWords.reconnectedAs(account.label),
    gained.length > 0 ? historyWords.gained(gained) : '',
    lost.length > 0 ? historyWords.lost(lost) : '',
  )
}

const sentences = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ')
