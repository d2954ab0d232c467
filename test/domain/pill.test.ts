import { expect, test } from 'vitest'
import { pillFor, type StatusCounts } from '../../src-shared/domain/pill'
import { ConnectionStatus } from '../../src-shared/domain/status'

/** Every way to have up to three connections of the five statuses. */
function combinations(most: number, statuses = ConnectionStatus.options): StatusCounts[] {
  const [first, ...rest] = statuses
  if (first === undefined) return [{}]
  return Array.from({ length: most + 1 }, (_, count) =>
    combinations(most - count, rest).map((others) => ({ ...others, [first]: count })),
  ).flat()
}

const all = combinations(3)
const count = (counts: StatusCounts, ...statuses: ConnectionStatus[]) =>
  statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)

test('the table covers every combination of up to three connections', () => {
  expect(all).toHaveLength(56)
})

test.each(all)('a user type with %o has the pill of the specification', (counts) => {
  const live = count(counts, 'active', 'needs_reauth')
  const { pill, attention } = pillFor(false, counts)
  if (live > 0) expect(pill).toEqual({ kind: 'connections', count: live })
  else if (count(counts, 'uninstalled', 'revoked', 'error') > 0) expect(pill).toEqual({ kind: 'reconnect_required' })
  else expect(pill).toEqual({ kind: 'not_connected' })
  expect(attention).toBe(count(counts, 'needs_reauth') > 0)
})

test.each(all)('a managed type with %o never shows a count', (counts) => {
  expect(pillFor(true, counts)).toEqual({
    pill: { kind: count(counts, 'active', 'needs_reauth', 'error') > 0 ? 'managed' : 'not_provisioned' },
    attention: false,
  })
})
