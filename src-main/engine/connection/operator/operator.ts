import type { TypeView } from '../../../../src-shared/contract/directory'
import type { Actor } from '../../../../src-shared/domain/actor'
import type { OperatorStatement } from '../../engine'
import { EngineError } from '../../error'
import { readOperatorConfig } from '../../provider/managed/operator-config'
import { type ManagedType, managedTypes, statedGrant } from '../../provider/managed/stated-grant'
import type { ProviderGrant } from '../../provider/provider'
import type { Dependencies } from '../dependencies'
import { KeyedLock } from '../keyed-lock'
import { personOf } from '../provider-apps'
import { addManaged, changeManaged, findProvisioned, type Person, withdrawManaged } from './managed-connection'
import { provisioningFor } from './provisioning'

/** How the operator's file stands for one type. `stated` is there while its hosts wait. */
interface Standing {
  problem: string | null
  pendingHosts: string[]
  stated?: ProviderGrant
}

const settled: Standing = { problem: null, pendingHosts: [] }

/**
 * Keeps the managed connections as the operator's file states them. What waits for the owner is not written down: the file says
 * it again at the next unlock.
 */
export class Operator {
  private readonly standings = new Map<ManagedType, Standing>()
  private readonly turns = new KeyedLock()

  constructor(private readonly deps: Dependencies) {}

  /** Null for types that no operator provides. */
  standing(type: string): TypeView['operator'] {
    const managed = managedTypes.find((key) => key === type)
    if (managed === undefined) return null
    const { problem, pendingHosts } = this.standings.get(managed) ?? settled
    return { problem, pendingHosts }
  }

  /** Takes in what the file says now. A file that is broken changes no connection, and is reported. */
  provision(organisation: Actor, statement: OperatorStatement): Promise<void> {
    return this.inTurn(async () => {
      const reading = read(statement)
      for (const type of managedTypes) {
        if (!('config' in reading)) this.stand(type, { ...settled, ...reading })
        else await this.provisionType(type, statedGrant(reading.config, type), personOf(organisation), reading.trusted)
      }
    })
  }

  /** The owner has looked at the new hosts. Throws `VERSION_CONFLICT` unless those are exactly the ones that wait. */
  confirm(owner: Actor, type: string, hosts: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      const waiting = managedTypes.find((key) => key === type)
      const { stated, pendingHosts } = (waiting && this.standings.get(waiting)) ?? settled
      if (!waiting || !stated || !isSame(pendingHosts, hosts)) throw new EngineError('VERSION_CONFLICT', { type })
      await this.change(waiting, stated, personOf(owner), (moved) => isSame(moved, hosts))
    })
  }

  private async provisionType(type: ManagedType, stated: ProviderGrant | undefined, organisation: Person, trusted: boolean) {
    if (stated) return this.change(type, stated, null, (moved) => trusted || moved.length === 0, organisation)
    const found = await findProvisioned(this.deps, type)
    if (found) await withdrawManaged(this.deps, found.id)
    this.stand(type, settled)
  }

  /** @param organisation whose connection it becomes where none is provisioned */
  private async change(
    type: ManagedType,
    stated: ProviderGrant,
    actor: Person | null,
    allows: (hosts: readonly string[]) => boolean,
    organisation?: Person,
  ): Promise<void> {
    const found = await findProvisioned(this.deps, type)
    const { next, pendingHosts, problem } = provisioningFor(stated, found?.now, allows)
    if (next && found) await changeManaged(this.deps, actor, found.id, next, pendingHosts.length > 0)
    else if (next && organisation) await addManaged(this.deps, organisation, type, next)
    this.stand(type, { problem, pendingHosts, ...(pendingHosts.length > 0 ? { stated } : {}) })
  }

  /** Says so where the page of the type shows something else now. */
  private stand(type: ManagedType, standing: Standing): void {
    const before = this.standings.get(type) ?? settled
    this.standings.set(type, standing)
    const { problem, pendingHosts } = standing
    if (before.problem === problem && isSame(before.pendingHosts, pendingHosts)) return
    if (problem !== null && before.problem !== problem)
      this.deps.logger.error('the operator’s file is not used', { type, problem })
    this.deps.publish({ event: { kind: 'type', type }, audience: 'org' })
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    return this.turns.run('operator', work)
  }
}

function read(statement: OperatorStatement) {
  if (statement.kind === 'absent') return { problem: null }
  if (statement.kind === 'unreadable') return { problem: statement.problem }
  return { ...readOperatorConfig(statement.content), trusted: statement.trusted }
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  new Set([...some, ...others]).size === new Set(some).size && new Set(some).size === new Set(others).size
