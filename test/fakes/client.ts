import type { ClientContext, ClientLink } from '@orpc/client'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { HostFacts } from '../../src-shared/contract/host'
import type { VaultState, WaysIn } from '../../src-shared/contract/vault'
import { connectionAnswers } from './client-connections'
import { hostAnswers } from './client-host'
import { providerAnswers } from './client-providers'
import { createFakeStream } from './client-stream'
import { vaultAnswers } from './client-vault'
import { createFakeWorld } from './client-world'

export interface FakeOptions {
  /** Slack connections. */
  connections: number
  vault?: VaultState
  /** Whether a Slack app has been entered. */
  configured?: boolean
  /** Every type with a connection of each kind, instead of Slack alone. */
  everyType?: boolean
  /** The program around the engine. */
  host?: HostFacts['kind']
  keychain?: HostFacts['keychain']
  /** Whether a recovery code was made. */
  recovery?: boolean
  /** Whether the keychain opens the vault, and whether it can now. */
  device?: WaysIn['device']
  /** Whether a file of the vault did not read whole. */
  damaged?: boolean
  /** How long an answer takes, in milliseconds. */
  latency?: number
}

const keyring: HostFacts['keychain'] = { state: 'available', backend: 'gnome_libsecret', reason: null }
const noKeychain: HostFacts['keychain'] = {
  state: 'unavailable',
  backend: null,
  reason: 'Only the desktop application can use the keychain.',
}

/** An engine in memory behind the link that the page calls: enough of the contract to look at every page. */
export function createFakeLink(options: FakeOptions): ClientLink<ClientContext> & { emit(event: ChangeEvent): void } {
  const stream = createFakeStream()
  const world = createFakeWorld(options, Date.now(), stream.emit)
  const kind = options.host ?? 'serve'
  const keychain = options.keychain ?? (kind === 'desktop' ? keyring : noKeychain)
  const vault = vaultAnswers({ ...options, vault: options.vault ?? 'unlocked', keychain })
  const answers: Record<string, (input: never) => unknown> = {
    'session.current': () => ({ actor: { subject: 'owner', label: 'Owner' }, actors: [] }),
    'health.get': () => ({ status: 'ok', version: '0.1.0', vault: vault['vault.status']().vault }),
    'event.stream': () => stream.open(),
    ...vault,
    ...hostAnswers({ kind, keychain }, stream.emit),
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
