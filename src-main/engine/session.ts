import type { Actor } from '../../src-shared/domain/actor'
import { defaultSettings, type Program } from '../../src-shared/domain/default-settings'
import { auditUseCases } from './audit/use-cases'
import { ChangeCount } from './connection/change-count'
import type { Dependencies } from './connection/dependencies'
import { enterFirstApps, type FirstApps } from './connection/first-apps'
import { IngressWatch } from './connection/ingress-watch'
import { Probe } from './connection/probe'
import { MintedTokens } from './connection/refresh/minted-tokens'
import { ProviderGate } from './connection/refresh/provider-gate'
import { Refresher } from './connection/refresh/refresher'
import { RefreshScheduler } from './connection/refresh/scheduler'
import { Resolver } from './connection/resolve-connection'
import { createUseCases } from './connection/use-cases'
import type { Change, UnlockWith, UseCases } from './engine'
import { EngineError } from './error'
import { Imports, type ReadImport } from './import/use-cases'
import type { InboxParts } from './inbox/inbox-parts'
import { Receiver } from './inbox/receiver'
import { inboxUseCases } from './inbox/use-cases'
import { OwnerUseCases } from './owner-use-cases'
import type { Keychain, Ports, ProviderEndpoints, Receiving } from './port'
import type { Injection } from './provider/injection'
import { createProviders } from './provider/registry'
import { createRecipes } from './recipe/use-cases'
import { createRuns } from './run/use-cases'
import { readSettings } from './settings/settings-table'
import { transferUseCases } from './transfer/use-cases'
import type { Rehearse } from './upkeep/restore-drill'
import { createVault } from './vault/create-vault'
import { defaultKdf, type KdfSettings } from './vault/kdf-settings'
import type { DeriveKey } from './vault/password-slot'
import { checkWayIn, unlockVault } from './vault/unlock-vault'
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
  /** None where nobody sits at a window. */
  keychain?: Keychain
  /** Where it takes a thread of its own; in this one unless said. */
  rehearse?: Rehearse
  /** Likewise. */
  readImport?: ReadImport
  publish(change: Change): void
  /** None where no files are received. */
  receiving?: Receiving
}

/** How a session begins: with a new vault, or with the one that is there. */
export type SessionStart = { create: true; password: string } | ({ create: false } & UnlockWith)

/** As much of a session as a host is given: nothing of it answers a secret. */
export interface HostedSession {
  useCases: UseCases
  /** Only checks what the vault could be unlocked with. Throws as unlocking does. */
  check(how: UnlockWith): Promise<void>
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

export async function openSession(ports: SessionPorts, options: SessionOptions, how: SessionStart): Promise<Session> {
  const { demo, program = 'serve' } = options
  const defaults = defaultSettings({ kind: program, demo })
  const kdf = options.kdf ?? defaultKdf
  const vault = how.create
    ? await createVault(ports, { password: how.password, demo, kdf })
    : await unlockVault(ports, { ...how, demo })
  const providers = createProviders(ports.fetch, options.endpoints, ports.clock.now)
  const { clock, logger, random, publish } = ports
  const settings = () => readSettings(vault, defaults)
  const deps = { vault, providers, clock, logger, random, settings, publish, gate: new ProviderGate(clock) }
  const owner = new OwnerUseCases({ ports, vault, demo, kdf, defaults, publish })
  try {
    await owner.recordFound()
    await owner.agree()
    await owner.tidyUp()
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
  const webhooks = new Webhooks(deps)
  const recipes = createRecipes(deps, webhooks)
  const reception = receptionOf(ports, deps, resolver, refresher)
  const changes = new ChangeCount()
  vault.onApplied = (event) => {
    changes.changed()
    refresher.heard(event)
    resolver.heard(event)
    recipes.heard(event)
    reception?.receiver.heard(event)
  }
  scheduler.start()
  const ingress = new IngressWatch(clock)
  const probe = new Probe(deps, refresher, ingress)
  probe.start()
  const runs = createRuns({ ...deps, fetch: ports.fetch, endpoints: options.endpoints, resolver, refresher, webhooks })
  const connections = createUseCases(deps, refresher, ingress, changes)
  const imports = new Imports(deps, ports.readImport)
  await runs.recover().catch((error: unknown) => {
    // A full disk: what is in the vault can be read all the same.
    logger.error('runs that were interrupted could not be ended', {
      reason: error instanceof EngineError ? error.code : 'unknown',
    })
  })
  reception?.receiver.start()
  return {
    useCases: {
      ...connections,
      ingress: {
        receive: async (context, delivery) => {
          const answer = await connections.ingress.receive(context, delivery)
          runs.heard(delivery.type, delivery)
          return answer
        },
      },
      ...owner.useCases,
      ...imports.useCases,
      ...transferUseCases({ deps, ports, demo, kdf, output: ports.receiving }, imports),
      ...recipes.useCases,
      ...runs.useCases,
      ...inboxUseCases(deps, reception),
      ...auditUseCases(deps),
    },
    resolve: (actor, id) => resolver.resolve(actor, id),
    webhooks,
    check: (candidate) => checkWayIn(ports, { ...candidate, demo }),
    close: async () => {
      const ended = runs.close()
      imports.close()
      probe.stop()
      scheduler.stop()
      recipes.close()
      const received = reception?.receiver.stop()
      resolver.close()
      await ended
      await received
      await refresher.stop()
      await owner.close()
      await vault.close()
    },
  }
}

/** Uses the owner's Passport as a node of a recipe does, through what it resolves to. */
function receptionOf(ports: SessionPorts, deps: Dependencies, resolver: Resolver, refresher: Refresher) {
  const { receiving, fetch } = ports
  if (receiving === undefined) return undefined
  const parts: InboxParts = {
    ...{ ...deps, receiving, fetch },
    resolve: (id) => resolver.resolve(receiving.owner, id),
    renew: (id) => refresher.refresh(id, { force: true }),
  }
  return { parts, receiver: new Receiver(parts) }
}
