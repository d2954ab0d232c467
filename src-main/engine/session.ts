import type { Actor } from '../../src-shared/domain/actor'
import { defaultSettings, type Program } from '../../src-shared/domain/default-settings'
import { IngressWatch } from './connection/ingress-watch'
import { Probe } from './connection/probe'
import { enterFirstApps, type FirstApps } from './connection/provider-apps'
import { MintedTokens } from './connection/refresh/minted-tokens'
import { ProviderGate } from './connection/refresh/provider-gate'
import { Refresher } from './connection/refresh/refresher'
import { RefreshScheduler } from './connection/refresh/scheduler'
import { Resolver } from './connection/resolve-connection'
import { createUseCases } from './connection/use-cases'
import type { Change, UseCases } from './engine'
import { EngineError } from './error'
import type { Ports, ProviderEndpoints } from './port'
import type { Injection } from './provider/injection'
import { createProviders } from './provider/registry'
import { settingsUseCases } from './settings/use-cases'
import { createVault } from './vault/create-vault'
import { defaultKdf, type KdfSettings } from './vault/kdf-settings'
import type { DeriveKey } from './vault/key-slot'
import { checkPassword, unlockVault } from './vault/unlock-vault'
import { Webhooks } from './webhook/webhooks'

export interface SessionOptions {
  demo: boolean
  endpoints: ProviderEndpoints
  /** Entered into a vault that has none of its type yet. */
  firstApps: FirstApps
  /** For new vaults; tests use the cheapest settings that are in bounds. */
  kdf?: KdfSettings
  /** What runs this engine, which its first settings depend on; `serve` unless said. */
  program?: Program['kind']
}

export interface SessionPorts extends Ports {
  derive: DeriveKey
  publish(change: Change): void
}

/** As much of a session as a host is given: nothing of it answers a secret. */
export interface HostedSession {
  useCases: UseCases
  /** Throws `WRONG_PASSWORD`. */
  checkPassword(password: string): Promise<void>
  /** Ends running commands, closes the files, erases the keys. */
  close(): Promise<void>
}

/** An unlocked vault and its use cases: everything that holds keys or plaintext, so that a host can end it as a whole. */
export interface Session extends HostedSession {
  /** The one way to use a secret. Not a use case: no transport reaches it. See `Resolver`. */
  resolve(actor: Actor, id: string): Promise<Injection>
  /** What Webhook triggers check their deliveries with. No transport reaches it either. */
  webhooks: Webhooks
}

export async function openSession(
  ports: SessionPorts,
  options: SessionOptions,
  how: { create: boolean; password: string },
): Promise<Session> {
  const { password } = how
  const { demo, program = 'serve' } = options
  const defaults = defaultSettings({ kind: program, demo })
  const vault = how.create
    ? await createVault(ports, { password, demo, kdf: options.kdf ?? defaultKdf })
    : await unlockVault(ports, { password, demo })
  const providers = createProviders(ports.fetch, options.endpoints, ports.clock.now)
  const { clock, logger, random, publish } = ports
  const deps = { vault, providers, clock, logger, random, publish, gate: new ProviderGate(clock) }
  try {
    await enterFirstApps(deps, options.firstApps)
  } catch (error) {
    if (!(error instanceof EngineError)) {
      await vault.close()
      throw error
    }
    // A full disk: what is in the vault can be read all the same, and the next unlock enters them.
    ports.logger.error('the apps that come with the program could not be entered', { code: error.code })
  }
  const refresher = new Refresher(deps, deps.gate)
  const resolver = new Resolver(deps, refresher, new MintedTokens(deps, deps.gate))
  const scheduler = new RefreshScheduler(deps, refresher)
  vault.onApplied = (event) => {
    refresher.heard(event)
    resolver.heard(event)
  }
  scheduler.start()
  const ingress = new IngressWatch(clock)
  const probe = new Probe(deps, refresher, ingress)
  probe.start()
  return {
    useCases: {
      ...createUseCases(deps, refresher, ingress),
      ...unbuilt(),
      settings: settingsUseCases({ vault, defaults, platform: process.platform, publish }),
    },
    resolve: (actor, id) => resolver.resolve(actor, id),
    webhooks: new Webhooks(deps),
    checkPassword: (candidate) => checkPassword(ports, { password: candidate, demo }),
    close: async () => {
      probe.stop()
      scheduler.stop()
      resolver.close()
      await refresher.stop()
      await vault.close()
    },
  }
}

/** To be replaced, one by one. */
function unbuilt(): Pick<UseCases, 'keySlot' | 'upkeep'> {
  const no = () => Promise.reject(new EngineError('NOT_AVAILABLE_HERE'))
  return {
    keySlot: {
      list: no,
      changePassword: no,
      startRecovery: no,
      confirmRecovery: no,
      removeRecovery: no,
      enableDevice: no,
      disableDevice: no,
    },
    upkeep: { health: no, drill: no },
  }
}
