import type { Actor } from '../../../src-shared/domain/actor'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { runNodeWords as words } from '../../../src-shared/words/en/run-node'
import { detailsOf, findRow, scopesOf } from '../connection/connection-row'
import { testConnection } from '../connection/test-connection'
import { EngineError } from '../error'
import { guardedRequest, type NodeAnswer, type NodeRequest } from './guarded-request'
import type { Used, Work } from './node/node-work'
import type { Secrets } from './redact'
import type { RunDependencies } from './run-dependencies'
import { RunFailure } from './run-failure'

type Slot = 'own' | 'delegated'

/** What a node may use, from the moment it begins until it ends. Opened at use, and kept for that long alone. */
export class Connections {
  private readonly used = new Map<Slot, { id: string; used: Used }>()

  private constructor(
    private readonly deps: RunDependencies,
    private readonly actor: Actor,
    private readonly secrets: Secrets,
    private readonly signal: AbortSignal,
  ) {}

  /** Opens what the node has. Preflight has found nothing to say against it a moment before. */
  static async open(
    deps: RunDependencies,
    actor: Actor,
    node: RecipeNode,
    { secrets, signal }: { secrets: Secrets; signal: AbortSignal },
  ): Promise<Connections> {
    const opened = new Connections(deps, actor, secrets, signal)
    const { credential } = node
    const { delegated } = credentialNeed[node.kind]
    if (credential !== undefined)
      await opened.use('own', 'connectionId' in credential ? credential.connectionId : managedId(deps, credential.type))
    if (delegated !== null) await opened.use('delegated', managedId(deps, delegated))
    return opened
  }

  get own(): Used | undefined {
    return this.used.get('own')?.used
  }

  get delegated(): Used | undefined {
    return this.used.get('delegated')?.used
  }

  send: Work['send'] = async (request, carry) => {
    const first = await this.ask(request, carry)
    if (first.status !== 401 || this.used.size === 0) return first
    const isRenewed = await this.renew()
    const answer = isRenewed ? await this.ask(request, carry) : first
    if (answer.status === 401) await this.doubt()
    return answer
  }

  /** A token that is refused for good says so of its connection, whoever used it. */
  doubt = async (): Promise<void> => {
    const own = this.used.get('own')
    const row = own && findRow(this.deps.vault, own.id)
    if (row?.status !== 'active' || row.managed === 1) return
    await testConnection(this.deps, this.deps.refresher, this.actor, String(row.id)).catch((error: unknown) => {
      // What the node was answered is what its failure says; this only looked why.
      if (!(error instanceof EngineError)) throw error
    })
  }

  private ask(request: NodeRequest, carry: Parameters<Work['send']>[1]): Promise<NodeAnswer> {
    const carried = carry(this.own?.injection, this.delegated?.injection)
    for (const injection of carried) this.secrets.add(injection)
    return guardedRequest(this.deps.fetch, request, carried, this.signal)
  }

  private async renew(): Promise<boolean> {
    let isRenewed = false
    for (const [slot, { id, used }] of this.used) {
      const injection = await this.deps.resolver.renew(this.actor, id).catch(asProblem(this.deps, id))
      if (injection === undefined) continue
      this.secrets.add(injection)
      this.used.set(slot, { id, used: { ...used, injection } })
      isRenewed = true
    }
    return isRenewed
  }

  private async use(slot: Slot, id: string): Promise<void> {
    const injection = await this.deps.resolver.resolve(this.actor, id).catch(asProblem(this.deps, id))
    const row = findRow(this.deps.vault, id)
    if (row === undefined) throw gone(id)
    this.secrets.add(injection)
    this.used.set(slot, { id, used: { injection, details: detailsOf(row), scopes: scopesOf(row) } })
  }
}

/** The operator's connection of a type: one at most is not withdrawn. */
function managedId({ vault }: RunDependencies, type: string): string {
  const row = vault.store.one("SELECT id FROM connection WHERE type = ? AND managed = 1 AND status = 'active'", [type])
  if (row === undefined)
    throw new RunFailure({ code: 'CREDENTIAL_NOT_FOUND', message: words.noManaged(type), recovery: 'contact_operator' })
  return String(row.id)
}

/** What became of a connection while it was opened, in the words of the preflight. */
const asProblem =
  ({ vault }: RunDependencies, id: string) =>
  (error: unknown): never => {
    if (!(error instanceof EngineError)) throw error
    if (error.code === 'NOT_FOUND') throw gone(id)
    const status = findRow(vault, id)?.status
    // A refresh that was refused for good has moved it.
    if (error.code !== 'CONNECTION_NOT_ACTIVE' && status === 'active') throw error
    throw new RunFailure({
      code: 'CREDENTIAL_NOT_ACTIVE',
      message: new EngineError('CONNECTION_NOT_ACTIVE').message,
      connectionId: id,
      ...(typeof status === 'string' ? { status } : {}),
      recovery: status === 'revoked' ? 'select' : 'reconnect',
    })
  }

const gone = (connectionId: string): RunFailure =>
  new RunFailure({
    code: 'CREDENTIAL_NOT_FOUND',
    message: new EngineError('NOT_FOUND').message,
    connectionId,
    recovery: 'select',
  })
