import { expect, test } from 'vitest'
import { vaultNews } from '../../src-renderer/lib/vault-news'
import type { DamageStanding, Rollback } from '../../src-shared/contract/vault-damage'

const at = '2026-11-21T09:30:00.000Z'
const mended: DamageStanding = {
  ...{ at, files: [], rebuiltFrom: null, lostEvents: [], recoveredSecrets: [], lostSecrets: [] },
  ...{ acknowledgedAt: null, keptAside: [] },
}
const rollback: Rollback = { at, kind: 'older_copy', expected: 9, found: 7, seenAt: at }

test('an older copy is more pressing than a loss, and a loss than what was mended', () => {
  const lost = { ...mended, lostEvents: [{ from: 3, through: 3 }] }
  expect(vaultNews({ damage: lost, rollback })).toBe('rollback')
  expect(vaultNews({ damage: lost, rollback: null })).toBe('lost')
  expect(vaultNews({ damage: { ...mended, lostSecrets: [{ record: 'cred_1', name: 'One' }] }, rollback: null })).toBe('lost')
  expect(vaultNews({ damage: mended, rollback: null })).toBe('mended')
})

test('what was acknowledged is no news, and a vault that is whole has none', () => {
  expect(vaultNews({ damage: { ...mended, acknowledgedAt: at }, rollback: null })).toBeUndefined()
  expect(vaultNews({ damage: null, rollback: null })).toBeUndefined()
})
