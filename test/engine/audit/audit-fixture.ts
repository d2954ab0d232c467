import { auditUseCases } from '../../../src-main/engine/audit/use-cases'
import { createProviders } from '../../../src-main/engine/provider/registry'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { EventBody } from '../../../src-main/engine/vault/vault-event'
import type { AuditEntry, AuditFilter, AuditFormat } from '../../../src-shared/contract/audit'
import { ada } from '../session-fixture'
import type { vaultPorts } from '../vault/vault-fixture'

export const auditOf = (vault: Vault, { clock }: ReturnType<typeof vaultPorts>) =>
  auditUseCases({ vault, providers: createProviders(fetch, {}), clock }).audit

export type Audit = ReturnType<typeof auditOf>

/** Every entry that the filter lets through, in pages of `limit`. */
export async function listAll(audit: Audit, filter: AuditFilter = {}, limit = 50): Promise<AuditEntry[]> {
  const items: AuditEntry[] = []
  let cursor: string | undefined
  do {
    const page = await audit.list(ada, { ...filter, limit, cursor })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}

/** A whole export, from all of its parts. */
export async function exportAll(audit: Audit, format: AuditFormat, filter: AuditFilter = {}): Promise<string> {
  let text = ''
  let cursor: string | undefined
  do {
    const part = await audit.part(ada, { ...filter, format, cursor })
    text += part.text
    cursor = part.nextCursor ?? undefined
  } while (cursor !== undefined)
  return text
}

/** Commits one event as it is, by whom it says. */
export const commit = (vault: Vault, body: EventBody, actor: { subject: string; label: string } | null = null): Promise<void> =>
  vault.commit({ actor, touches: [body.record], decide: () => ({ events: [{ body }], result: () => undefined }) })

export const connectionAdded = (id: string, owner: string, visibility: 'org' | 'private', name = id): EventBody => ({
  kind: 'connection.added',
  record: id,
  data: {
    ...{ type: 'slackApi', name, visibility, managed: false, owner: { subject: owner, label: owner } },
    ...{ account: { id: `T-${id}`, label: `account of ${name}` }, details: {}, scopes: [], expiresAt: null },
    reason: 'authorized',
  },
})
