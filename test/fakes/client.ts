import type { ClientContext, ClientLink } from '@orpc/client'
import type { Inputs } from '../../src-shared/contract'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { VaultState } from '../../src-shared/contract/vault'
import { connectionAnswers } from './client-connections'
import { fail } from './client-failure'
import { providerAnswers } from './client-providers'
import { createFakeStream } from './client-stream'
import { createFakeWorld } from './client-world'

export interface FakeOptions {
  /** Slack connections. */
  connections: number
  vault?: VaultState
  /** Whether a Slack app has been entered. */
  configured?: boolean
  /** Every type with a connection of each kind, instead of Slack alone. */
  everyType?: boolean
  /** How long an answer takes, in milliseconds. */
  latency?: number
}

/** An engine in memory behind the link that the page calls: enough of the contract to look at every page. */
export function createFakeLink(options: FakeOptions): ClientLink<ClientContext> & { emit(event: ChangeEvent): void } {
  const stream = createFakeStream()
  const world = createFakeWorld(options, Date.now(), stream.emit)
  let vault: VaultState = options.vault ?? 'unlocked'

  const become = (state: VaultState) => {
    vault = state
    return { vault }
  }
  const answers: Record<string, (input: never) => unknown> = {
    'session.current': () => ({ actor: { subject: 'owner', label: 'Owner' }, actors: [] }),
    'health.get': () => ({ status: 'ok', version: '0.1.0', vault }),
    'vault.status': () => ({ vault, waysIn: { recovery: false, device: 'none' } }),
    'vault.create': () => become('unlocked'),
    'vault.unlock': ({ password = '' }: Inputs['vault']['unlock']) => {
      if (password.includes('wrong')) return fail('WRONG_PASSWORD')
      if (password.includes('many')) return fail('TOO_MANY_ATTEMPTS', { retryAfterSeconds: 42 })
      return become('unlocked')
    },
    'vault.lock': () => become('locked'),
    'event.stream': () => stream.open(),
    'client.list': () => [],
    ...connectionAnswers(world),
    ...providerAnswers(world),
  }

  return {
    emit: stream.emit,
    async call(path, input, { signal }) {
      await new Promise((resolve) => setTimeout(resolve, options.latency ?? 0))
      signal?.throwIfAborted()
      const answer = answers[path.join('.')]
      if (answer === undefined) throw new Error(`The fake client has no ${path.join('.')}.`)
      return answer((input ?? {}) as never)
    },
  }
}
