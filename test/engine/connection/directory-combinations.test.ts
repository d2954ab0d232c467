import { expect, test } from 'vitest'
import { listCards } from '../../../src-main/engine/connection/directory'
import { createProviders } from '../../../src-main/engine/provider/registry'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { Pill } from '../../../src-shared/domain/pill'
import { ConnectionStatus } from '../../../src-shared/domain/status'
import { newVault } from '../vault/vault-fixture'
import { ada, grace } from './engine-fixture'

const people = [ada.actor, grace.actor]

interface Existing {
  status: ConnectionStatus
  owner: string
}

const kinds: Existing[] = people.flatMap(({ subject }) => ConnectionStatus.options.map((status) => ({ status, owner: subject })))

/** Every way to have up to that many connections, whatever their order. */
function combinations(most: number, from: readonly Existing[] = kinds): Existing[][] {
  const [first, ...rest] = from
  if (first === undefined || most === 0) return [[]]
  return Array.from({ length: most + 1 }, (_, count) =>
    combinations(most - count, rest).map((others) => [...Array<Existing>(count).fill(first), ...others]),
  ).flat()
}

const all = combinations(3)

/** The same connections of an org type, of a private one and of a managed one. */
async function filled(existing: readonly Existing[]): Promise<Vault> {
  const { vault } = await newVault()
  for (const type of ['slackApi', 'neurocadUserIdentityApi', 'serviceApi'] as const) {
    for (const [index, { status, owner }] of existing.entries()) {
      const record = `cred_${type}_${index}`
      const data = {
        type,
        name: record,
        visibility: type === 'neurocadUserIdentityApi' ? ('private' as const) : ('org' as const),
        managed: type === 'serviceApi',
        owner: { subject: owner, label: owner },
        account: { id: record, label: record },
        details: {},
        scopes: [],
        expiresAt: null,
        reason: 'authorized' as const,
      }
      const moved = { status, reason: 'reconnected' as const }
      await vault.commit({
        actor: null,
        touches: [record],
        decide: () => ({
          events: [
            { body: { kind: 'connection.added', record, data } },
            { body: { kind: 'connection.tested', record, data: { result: 'success', error: null, moved } } },
          ],
          result: () => undefined,
        }),
      })
    }
  }
  return vault
}

/** The specification's four lines, for a type whose connections people make. */
function pillOf(seen: readonly Existing[]): { pill: Pill; attention: boolean } {
  const statuses = seen.map(({ status }) => status)
  const live = statuses.filter((status) => status === 'active' || status === 'needs_reauth').length
  if (live > 0) return { pill: { kind: 'connections', count: live }, attention: statuses.includes('needs_reauth') }
  return { pill: { kind: seen.length > 0 ? 'reconnect_required' : 'not_connected' }, attention: false }
}

test('there are cards for every user type and every managed type, in the order of the table, and none for what only recipes make', async () => {
  const { vault } = await newVault()
  const cards = listCards({ vault, providers: createProviders(fetch, {}) }, ada.actor)
  expect(cards.slice(0, 5).map(({ type, managed }) => [type, managed])).toEqual([
    ['slackApi', false],
    ['githubApi', false],
    ['neurocadUserIdentityApi', false],
    ['serviceApi', true],
    ['neurocadDesktopApi', true],
  ])
  expect(cards.map(({ type }) => type)).not.toContain('webhook_source')
  await vault.close()
})

test('every combination of up to three connections of each status and both owners has the pills of the specification, for both', async () => {
  expect(all).toHaveLength(286)
  const providers = createProviders(fetch, {})
  for (const existing of all) {
    const vault = await filled(existing)
    for (const actor of people) {
      const cards = new Map(listCards({ vault, providers }, actor).map((card) => [String(card.type), card]))
      const own = existing.filter(({ owner }) => owner === actor.subject)
      const said = JSON.stringify(existing)
      expect(cards.get('slackApi'), said).toMatchObject(pillOf(existing))
      expect(cards.get('neurocadUserIdentityApi'), said).toMatchObject(pillOf(own))
      const isProvisioned = existing.some(({ status }) => status !== 'revoked' && status !== 'uninstalled')
      expect(cards.get('serviceApi'), said).toMatchObject({
        pill: { kind: isProvisioned ? 'managed' : 'not_provisioned' },
        attention: false,
      })
    }
    await vault.close()
  }
})
