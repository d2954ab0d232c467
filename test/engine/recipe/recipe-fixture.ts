import { ulid } from 'ulid'
import { onTestFinished } from 'vitest'
import { ProviderGate } from '../../../src-main/engine/connection/refresh/provider-gate'
import type { Change } from '../../../src-main/engine/engine'
import { EngineError } from '../../../src-main/engine/error'
import { createProviders } from '../../../src-main/engine/provider/registry'
import { createRecipes, type RecipeParts } from '../../../src-main/engine/recipe/use-cases'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import { unlockVault } from '../../../src-main/engine/vault/unlock-vault'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { EventBody } from '../../../src-main/engine/vault/vault-event'
import { Webhooks } from '../../../src-main/engine/webhook/webhooks'
import type { Inputs } from '../../../src-shared/contract'
import type { ErrorData } from '../../../src-shared/contract/error'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { defaultSettings } from '../../../src-shared/domain/default-settings'
import { ConnectionId } from '../../../src-shared/domain/identifiers'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { ConnectionStatus } from '../../../src-shared/domain/status'
import { ada } from '../session-fixture'
import { cheapKdf, password, vaultPorts } from '../vault/vault-fixture'

const passport = 'neurocadUserIdentityApi'

interface Added {
  type?: CredentialTypeKey
  owner?: typeof ada
  managed?: boolean
  name?: string
  scopes?: string[]
}

/** Recipes of a vault on a disk in memory, with connections as if they had been authorized. Closed when the test ends. */
export async function recipeBench() {
  const ports = vaultPorts()
  const { clock, logger } = ports
  const changes: Change[] = []
  const open = (vault: Vault): RecipeParts => {
    const deps = {
      ...{ vault, clock, logger, gate: new ProviderGate(clock), random: () => 0.5 },
      providers: createProviders(() => Promise.reject(new TypeError('nothing may be sent')), {}, clock.now),
      settings: () => defaultSettings({ kind: 'serve', demo: true }),
      publish: (change: Change) => changes.push(change),
    }
    const recipes = createRecipes(deps, new Webhooks(deps))
    vault.onApplied = (event) => recipes.heard(event)
    return recipes
  }
  let vault = await createVault(ports, { password, demo: true, kdf: cheapKdf })
  let recipes = open(vault)
  onTestFinished(() => vault.close())
  const write = (body: EventBody): Promise<void> =>
    vault.commit({ actor: null, touches: [body.record], decide: () => ({ events: [{ body }], result: () => undefined }) })
  return {
    clock,
    changes,
    logger,
    ports,
    get vault() {
      return vault
    },
    get recipe() {
      return recipes.useCases.recipe
    },
    get grant() {
      return recipes.useCases.grant
    },
    get staging() {
      return recipes.useCases.staging
    },
    write,
    add: async ({ type = 'slackApi', owner = ada, managed = false, name = type, scopes = [] }: Added = {}) => {
      const id = ConnectionId.parse(`cred_${ulid(clock.now())}`)
      const { subject, label } = owner.actor
      const data = {
        ...{ type, name, managed, scopes, owner: { subject, label }, account: { id: `account of ${id}`, label: name } },
        ...{ visibility: type === passport ? ('private' as const) : ('org' as const), details: {}, expiresAt: null },
        reason: managed ? ('provisioned' as const) : ('authorized' as const),
      }
      await write({ kind: 'connection.added', record: id, data })
      return id
    },
    /** As a test that found it so. */
    move: (id: string, status: ConnectionStatus) =>
      status === 'revoked'
        ? write({ kind: 'connection.removed', record: id, data: { providerNotice: null } })
        : write({
            kind: 'connection.tested',
            record: id,
            data: { result: 'failure', error: null, moved: { status, reason: 'rejected_by_provider' } },
          }),
    reconnect: (id: string) => {
      const account = { id: `account of ${id}`, label: 'again' }
      const data = { account, details: {}, scopes: [], scopesBefore: [], expiresAt: null }
      return write({ kind: 'connection.reconnected', record: id, data })
    },
    /** Locks and unlocks. */
    reopen: async () => {
      await vault.close()
      vault = await unlockVault(ports, { password, demo: true })
      recipes = open(vault)
    },
    /** What was said since the last time, in short. */
    heard: () =>
      changes.splice(0).map(({ event, audience }) => {
        const to = audience === 'org' ? 'org' : audience.subject
        return event.kind === 'recipes' ? `recipes ${event.recipeIds.join(' ')} to ${to}` : `${event.kind} to ${to}`
      }),
  }
}
export type RecipeBench = Awaited<ReturnType<typeof recipeBench>>

/** A recipe of these nodes, one after the other. */
export const recipeOf = (...nodes: Inputs['recipe']['import']['nodes']): Inputs['recipe']['import'] => ({
  format: 1,
  name: 'Parts',
  nodes,
  edges: nodes.slice(1).map(({ id }, index) => ({ from: nodes[index]?.id ?? '', to: id })),
})

export const start: RecipeNode = { id: 'start', kind: 'manual.trigger', name: 'Start', params: {} }
export const library = (credential?: RecipeNode['credential']): RecipeNode => ({
  id: 'part',
  kind: 'library',
  name: 'Part',
  params: { part: 'NE555P' },
  ...(credential === undefined ? {} : { credential }),
})
export const post = (credential?: RecipeNode['credential']): RecipeNode => ({
  id: 'post',
  kind: 'slack.action',
  name: 'Post',
  params: { operation: 'post_message', channel: 'general', text: 'Hello' },
  ...(credential === undefined ? {} : { credential }),
})

/** The code and the data of what was refused. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string } & Partial<ErrorData>> {
  try {
    await work
  } catch (error) {
    if (error instanceof EngineError) return { code: error.code, ...error.data }
    throw error
  }
  throw new Error('nothing was refused')
}

export const fieldsOf = async (work: Promise<unknown>) => (await refusal(work)).fields?.map(({ path }) => path)
