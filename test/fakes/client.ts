import type { ClientContext, ClientLink } from '@orpc/client'
import { type ErrorCode, errorTable } from '../../src-shared/contract/error'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { HostFacts } from '../../src-shared/contract/host'
import type { ReceiverView } from '../../src-shared/contract/inbox'
import type { VaultState, WaysIn } from '../../src-shared/contract/vault'
import { auditAnswers } from './client-audit'
import { connectionAnswers } from './client-connections'
import { fail } from './client-failure'
import { grantAnswers } from './client-grants'
import { hostAnswers } from './client-host'
import { importAnswers } from './client-import'
import { inboxAnswers } from './client-inbox'
import { pickerAnswers } from './client-picker'
import { providerAnswers } from './client-providers'
import { createFakeRecipes, recipeAnswers } from './client-recipes'
import { runAnswers } from './client-runs'
import { createFakeStream } from './client-stream'
import { transferAnswers } from './client-transfer'
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
  recipes?: number
  /** The first recipe is one of this many nodes. */
  nodes?: number
  deliveries?: number
  /** Of the audit. */
  events?: number
  /** Of a file that is imported, whatever is chosen; and whether it is protected. */
  entries?: number
  sealed?: boolean
  receiver?: ReceiverView['state']
  /** The program around the engine. */
  host?: HostFacts['kind']
  keychain?: HostFacts['keychain']
  /** Whether a recovery code was made. */
  recovery?: boolean
  /** Whether the keychain opens the vault, and whether it can now. */
  device?: WaysIn['device']
  /** Whether a file of the vault did not read whole. */
  damaged?: boolean
  older?: boolean
  /** How long an answer takes, in milliseconds. */
  latency?: number
  /** What fails, by the procedure's path with dots, and how: an error of the table, or `ENGINE_GONE` where nothing answers. */
  failing?: Record<string, string>
}

export interface FakeLink extends ClientLink<ClientContext> {
  emit(event: ChangeEvent): void
  /** From now on nothing is answered. */
  hold(): void
}

const keyring: HostFacts['keychain'] = { state: 'available', backend: 'gnome_libsecret', reason: null }
const noKeychain: HostFacts['keychain'] = {
  state: 'unavailable',
  backend: null,
  reason: 'Only the desktop application can use the keychain.',
}

const actors = [
  { subject: 'demo-owner', label: 'Ada Lovelace' },
  { subject: 'demo-teammate', label: 'Grace Hopper' },
]

/** An engine in memory behind the link that the page calls: enough of the contract to look at every page. */
export function createFakeLink(options: FakeOptions): FakeLink {
  const stream = createFakeStream()
  const world = createFakeWorld(options, Date.now(), stream.emit)
  const recipes = createFakeRecipes(options, world, stream.emit)
  const kind = options.host ?? 'serve'
  const keychain = options.keychain ?? (kind === 'desktop' ? keyring : noKeychain)
  const vault = vaultAnswers({ ...options, vault: options.vault ?? 'unlocked', keychain })
  const answers: Record<string, (input: never) => unknown> = {
    'session.current': () => ({ actor: actors[0], actors }),
    'session.presence': () => ({}),
    'health.get': () => ({ status: 'ok', version: '0.1.0', vault: vault['vault.status']().vault }),
    'event.stream': () => stream.open(),
    ...vault,
    ...hostAnswers({ kind, keychain }, stream.emit),
    ...connectionAnswers(world),
    ...providerAnswers(world),
    ...recipeAnswers(recipes),
    ...pickerAnswers(recipes, world),
    ...runAnswers(recipes, stream.emit),
    ...grantAnswers(recipes, stream.emit),
    ...inboxAnswers(options, stream.emit),
    ...auditAnswers(options),
    ...importAnswers(options),
    ...transferAnswers(),
  }

  let held = false
  return {
    emit: stream.emit,
    hold() {
      held = true
    },
    async call(path, input, { signal }) {
      const name = path.join('.')
      await new Promise((resolve) => {
        if (!held) setTimeout(resolve, options.latency ?? 0)
      })
      signal?.throwIfAborted()
      const failure = options.failing?.[name]
      if (failure === 'ENGINE_GONE') throw new TypeError('Nothing answers.')
      if (failure !== undefined) fail(errorCode(failure))
      const answer = answers[name]
      if (answer === undefined) throw new Error(`The fake client has no ${name}.`)
      return answer((input ?? {}) as never)
    },
  }
}

function errorCode(name: string): ErrorCode {
  const isCode = (code: string): code is ErrorCode => code in errorTable
  if (!isCode(name)) throw new Error(`There is no error ${name}.`)
  return name
}
