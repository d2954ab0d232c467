import type { AnchorStatus, DamageReport, DamageStanding, Rollback } from '../../../src-shared/contract/vault-damage'
import type { Actor } from '../../../src-shared/domain/actor'
import { anchorWords } from '../../../src-shared/words/en/anchor'
import { findRow, toView } from '../connection/connection-row'
import { statusMove } from '../connection/status-move'
import type { Change } from '../engine'
import type { Clock, Logger, VaultFiles } from '../port'
import { mergeDamage, readDamage, readRollback, saysMore } from '../vault/damage-notice'
import type { MendedSecrets } from '../vault/secret-mender'
import type { DecidedEvent, Vault } from '../vault/vault'
import { heldSecret } from './record-name'

interface Parts {
  vault: Vault
  demo: boolean
  ports: { clock: Pick<Clock, 'now'>; files: Pick<VaultFiles, 'list'>; logger: Logger }
  publish(change: Change): void
}

/** What was found wrong with the vault's files: written down once, told until the owner has answered. */
export class Salvage {
  /** What the disk refused to have written down. */
  private unrecorded: DamageReport | undefined
  private recording: Promise<void> = Promise.resolve()

  constructor(private readonly parts: Parts) {
    parts.vault.whenMended((mended) => this.mended(mended))
  }

  /** Writes down what was found while unlocking. Throws `VAULT_READ_ONLY` where the disk refuses; it is told all the same. */
  async recordFound(): Promise<void> {
    const { found } = this.parts.vault
    if (found === undefined) return
    const { files, rebuiltFrom, lostEvents } = found.findings
    const noted = readRollback(this.parts.vault.store)
    const isNoted = noted?.answeredAt === null && noted.value.expected === found.rollback?.expected
    if (found.rollback && !isNoted)
      await this.commit([{ body: { kind: 'vault.rolled_back', record: 'vault', data: found.rollback } }])
    if (files.length === 0 && lostEvents.length === 0) return
    await this.record({ at: this.now(), files, rebuiltFrom, lostEvents, recoveredSecrets: [], lostSecrets: [] })
  }

  async acknowledge(actor: Actor): Promise<void> {
    if (readDamage(this.parts.vault.store)?.answeredAt !== null) return
    await this.commit([{ body: { kind: 'vault.damage_acknowledged', record: 'vault', data: {} } }], actor)
  }

  /** From here on it is this copy that an older one would be told from. */
  async acceptCopy(actor: Actor): Promise<void> {
    const { vault } = this.parts
    if (readRollback(vault.store)?.answeredAt === null)
      await this.commit([{ body: { kind: 'vault.copy_accepted', record: 'vault', data: {} } }], actor)
    await vault.renewAnchor()
  }

  async standing(): Promise<{ damage: DamageStanding | null; rollback: Rollback | null; anchor: AnchorStatus }> {
    const { vault, ports, demo } = this.parts
    const { anchor } = vault.upkeep
    const none: AnchorStatus = { state: 'none', at: null, reason: demo ? anchorWords.demo : anchorWords.noPlace }
    const rollback = readRollback(vault.store)
    const unanswered = rollback?.answeredAt === null ? rollback.value : null
    const aside = (await ports.files.list()).filter((name) => name.startsWith('aside-')).sort()
    return { damage: this.damage(aside), rollback: unanswered ?? this.rollbackFound(), anchor: anchor ?? none }
  }

  /** Resolves when all that was found is written down, or refused. */
  async settled(): Promise<void> {
    await this.recording
  }

  /** Told of although it could not be written down. */
  private rollbackFound(): Rollback | null {
    const { vault } = this.parts
    return readRollback(vault.store) === undefined ? (vault.found?.rollback ?? null) : null
  }

  private damage(keptAside: string[]): DamageStanding | null {
    const noted = readDamage(this.parts.vault.store)
    const report = this.unrecorded && noted ? mergeDamage(noted.value, this.unrecorded) : (this.unrecorded ?? noted?.value)
    if (report === undefined) return null
    const lostSecrets = report.lostSecrets.filter(({ record }) => this.isStillLost(record))
    const answeredAt = this.unrecorded ? null : (noted?.answeredAt ?? null)
    const isOver = answeredAt !== null && keptAside.length === 0 && lostSecrets.length === 0
    const acknowledgedAt = answeredAt === null ? null : new Date(answeredAt).toISOString()
    return isOver ? null : { ...report, lostSecrets, acknowledgedAt, keptAside }
  }

  /** A connection that was reconnected or removed has nothing to mourn. */
  private isStillLost(record: string): boolean {
    const row = findRow(this.parts.vault, record)
    return row ? row.status_reason === 'secret_lost' || row.managed === 1 : !record.startsWith('cred_')
  }

  private mended({ file, recovered, lost, rebuiltFrom }: MendedSecrets): void {
    const problem = rebuiltFrom === undefined ? 'secret_closed' : 'index_closed'
    const { store } = this.parts.vault
    const held = (records: readonly string[]) => records.map((record) => heldSecret(store, record))
    const report: DamageReport = {
      ...{ at: this.now(), rebuiltFrom: rebuiltFrom ?? null, lostEvents: [] },
      files: [{ file, eventsRead: null, places: [{ offset: null, problem, sequence: null }], morePlaces: 0 }],
      recoveredSecrets: held(recovered),
      lostSecrets: held(lost),
    }
    this.parts.ports.logger.error('a part of a snapshot did not open', { file, problem, recovered, lost })
    this.recording = this.recording.then(() =>
      this.record(report).then(
        () => undefined,
        () => {
          // The disk takes nothing more, which the vault has logged: it is told from memory until it is found again.
          this.unrecorded = this.unrecorded ? mergeDamage(this.unrecorded, report) : report
        },
      ),
    )
  }

  private record(report: DamageReport): Promise<void> {
    const { vault, publish } = this.parts
    return vault.commit({
      actor: null,
      touches: ['vault', ...report.lostSecrets.map(({ record }) => record)],
      decide: () => {
        const lost = report.lostSecrets.flatMap(({ record }) => secretLost(vault, record))
        const isNews = saysMore(report, readDamage(vault.store)?.value)
        const salvaged: DecidedEvent[] = isNews ? [{ body: { kind: 'vault.salvaged', record: 'vault', data: report } }] : []
        return {
          events: [...salvaged, ...lost],
          result: () => {
            for (const { body } of lost) {
              const row = findRow(vault, body.record)
              if (!row) continue
              const connection = toView(vault, row)
              const audience = connection.visibility === 'org' ? 'org' : { subject: connection.owner.subject }
              publish({ event: { kind: 'connection', connection }, audience })
            }
          },
        }
      },
    })
  }

  private commit(events: DecidedEvent[], actor: Actor | null = null): Promise<void> {
    return this.parts.vault.commit({
      actor: actor && { subject: actor.subject, label: actor.label },
      touches: ['vault'],
      decide: () => ({ events, result: () => undefined }),
    })
  }

  private now(): string {
    return new Date(this.parts.ports.clock.now()).toISOString()
  }
}

/** A managed connection gets its secret from its operator again; every other one asks to be reconnected. */
function secretLost(vault: Vault, record: string): DecidedEvent[] {
  const row = findRow(vault, record)
  if (!row || row.managed === 1 || row.status === 'revoked') return []
  const moved = statusMove(row, 'secret_lost')
  return moved ? [{ body: { kind: 'connection.secret_lost', record, data: { moved } } }] : []
}
