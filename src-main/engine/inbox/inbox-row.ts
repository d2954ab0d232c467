import type { DeliveryView } from '../../../src-shared/contract/inbox'
import type { DeliveryId } from '../../../src-shared/domain/identifiers'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

/** A delivery as the tables have it. */
export interface InboxRow {
  id: string
  announcementId: string
  name: string
  /** Bytes. */
  size: number
  sha256: string
  state: 'receiving' | 'received' | 'refused'
  reason: { code: string; message: string } | null
  /** While receiving: where it was about to be placed. */
  path: string | null
  isRemoved: boolean
}

const toRow = (row: Row): InboxRow => ({
  id: String(row.id),
  announcementId: String(row.announcement_id),
  name: String(row.name),
  size: Number(row.size),
  sha256: String(row.sha256),
  state: row.state as InboxRow['state'],
  reason: reasonOf(row),
  path: row.path as string | null,
  isRemoved: row.removed_at !== null,
})

/** Removed ones too: what was announced once is known for good. */
export function announcedRow(vault: Vault, announcementId: string): InboxRow | undefined {
  const row = vault.store.one('SELECT * FROM inbox WHERE announcement_id = ?', [announcementId])
  return row && toRow(row)
}

export function inboxRow(vault: Vault, id: string): InboxRow | undefined {
  const row = rawRow(vault, id)
  return row && toRow(row)
}

/** What has not arrived yet, removed ones left out. */
export const unfinishedRows = (vault: Vault): InboxRow[] =>
  vault.store.all("SELECT * FROM inbox WHERE state = 'receiving' AND removed_at IS NULL").map(toRow)

export const rawRow = (vault: Vault, id: string): Row | undefined => vault.store.one('SELECT * FROM inbox WHERE id = ?', [id])

/** How far one that has not arrived is, which no table says. */
export type Progress = Pick<DeliveryView, 'received' | 'reason'> & { state: 'receiving' | 'waiting' }

export function toDeliveryView(row: Row, progress: Progress): DeliveryView {
  const state = row.state as InboxRow['state']
  const size = Number(row.size)
  return {
    id: row.id as DeliveryId,
    sender: { subject: String(row.sender_subject), label: String(row.sender_label) },
    recipeName: String(row.recipe_name),
    name: String(row.name),
    size,
    received: state === 'received' ? size : state === 'refused' ? 0 : progress.received,
    sha256: String(row.sha256),
    kind: String(row.kind),
    state: state === 'receiving' ? progress.state : state,
    reason: state === 'receiving' ? progress.reason : reasonOf(row),
    path: state === 'received' ? (row.path as string | null) : null,
    announcedAt: iso(row.announced_at),
    finishedAt: row.finished_at === null ? null : iso(row.finished_at),
  }
}

const reasonOf = (row: Row): InboxRow['reason'] =>
  row.reason_code === null ? null : { code: String(row.reason_code), message: String(row.reason_message) }

const iso = (milliseconds: unknown): string => new Date(Number(milliseconds)).toISOString()
