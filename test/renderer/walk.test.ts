import { describe, expect, test } from 'vitest'
import { mendFor, mendLabel } from '../../src-renderer/lib/mend'
import { nextStep, walkOrder } from '../../src-renderer/lib/walk'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { connectionId, connectionView } from '../fakes/client-data'

const view = (n: number, part: Partial<ConnectionView> = {}): ConnectionView => ({
  ...connectionView(n, 0),
  status: 'needs_reauth',
  statusReason: 'tokens_revoked',
  ...part,
})
const suspended = { status: 'error', statusReason: 'installation_suspended' } as const
const configureUrl = 'https://github.com/settings/installations/1'

describe('what brings a connection back', () => {
  test('is Reconnect, except where it would change nothing', () => {
    expect(mendFor(view(0))).toEqual({ kind: 'reconnect' })
    expect(mendFor(view(0, { ...suspended, details: { configureUrl } }))).toEqual({ kind: 'open', url: configureUrl })
    expect(mendFor(view(0, { ...suspended, details: {} }))).toEqual({ kind: 'look' })
    expect(mendFor(view(0, { managed: true }))).toEqual({ kind: 'look' })
  })

  test('says on its button where it leads', () => {
    expect(mendLabel({ kind: 'open', url: configureUrl }, 'GitHub')).toBe('Open at GitHub')
    expect(mendLabel({ kind: 'reconnect' }, 'GitHub')).toBe('Reconnect')
  })
})

describe('reconnecting several', () => {
  test('takes them in the order of the list, and leaves out what no consent page brings back', () => {
    const listed = [
      view(3),
      view(1, { ...suspended, details: { configureUrl } }),
      view(2, { type: 'genericApiKey' }),
      view(4, { status: 'active' }),
      view(0),
    ]
    const types = { slackApi: { creation: 'authorization' }, genericApiKey: { creation: 'fields' } } as const
    expect(walkOrder(listed, types)).toEqual([connectionId(3), connectionId(0)])
  })

  test('passes over what came back or was removed meanwhile, and ends after the last', () => {
    const ids = [0, 1, 2, 3].map(connectionId)
    const connections = Object.fromEntries(
      [view(0), view(1, { status: 'active' }), view(2, { status: 'revoked' }), view(3)].map((one) => [one.id, one]),
    )
    const next = nextStep({ ids, at: 0, authorizationId: 'auth_1' }, connections)
    expect(next).toEqual({ ids, at: 3 })
    expect(nextStep({ ids, at: 3 }, connections)).toBeUndefined()
  })
})
