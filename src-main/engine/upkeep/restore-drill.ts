import type { DrillReport } from '../../../src-shared/contract/vault'
import type { Actor } from '../../../src-shared/domain/actor'
import { restoreDrillWords } from '../../../src-shared/words/en/restore-drill'
import { EngineError } from '../error'
import type { VaultPorts } from '../vault/create-vault'
import { OpenError } from '../vault/seal'
import type { Vault } from '../vault/vault'
import { hex, type Rehearsal, rehearse } from './rehearsal'

/** The folder of the copy, within the vault's. */
export const DRILL_FOLDER = 'restore-drill'

/** Opens the copy in `DRILL_FOLDER`; in a host, in a thread of its own that ends with all that it opened. */
export type Rehearse = (how: { password: string; demo: boolean }, signal: AbortSignal) => Promise<Rehearsal>

interface DrillParts {
  ports: VaultPorts & { rehearse?: Rehearse }
  vault: Vault
  demo: boolean
}

/** That it does not open is in the report already; anything else is not to be passed over. */
const passOver = (error: unknown): void => {
  if (!(error instanceof OpenError)) throw error
}

/** Copies the vault, opens the copy by the password alone, reads all of it, and takes it away again. One at a time. */
export class RestoreDrill {
  private turn: Promise<unknown> = Promise.resolve()
  private readonly ending = new AbortController()

  constructor(private readonly parts: DrillParts) {}

  /** Throws `WRONG_PASSWORD`, or `VAULT_READ_ONLY` where no copy can be made; anything that is wrong with one is in the report. */
  run(actor: Actor, password: string): Promise<DrillReport> {
    const report = this.turn.then(() => this.drill(actor, password))
    this.turn = report.catch(() => undefined) // the caller has the failure; the next turn must not
    return report
  }

  /** Takes away what a kill has left of a drill: a copy of the header has the slots, and the keys, of its day. */
  async tidyUp(): Promise<void> {
    const { files, logger } = this.parts.ports
    try {
      await files.removeScratch(DRILL_FOLDER)
    } catch (error) {
      logger.error('the copy of a restore drill could not be removed', {
        reason: error instanceof Error ? error.message : 'unknown',
      })
      throw new EngineError('VAULT_READ_ONLY')
    }
  }

  /** Ends one that runs, and takes its copy away. */
  async close(): Promise<void> {
    this.ending.abort(new EngineError('VAULT_LOCKED'))
    await this.turn
  }

  private async drill(actor: Actor, password: string): Promise<DrillReport> {
    const { vault, ports } = this.parts
    const { clock } = ports
    const began = clock.monotonic()
    // Until the copy is gone, for it holds what is erased meanwhile.
    const {
      hash,
      closedSecrets,
      notes,
      findings: _,
      anchor: __,
      ...read
    } = await vault.withoutCompaction(() => this.rehearseOnCopy(password))
    // What does not open in the copy is asked for in the vault itself, which mends it where the generation before has it.
    for (const record of closedSecrets) await vault.secret(record).catch(passOver)
    const report: DrillReport = {
      ...read,
      problems: [...read.problems, ...notes],
      at: new Date(clock.now()).toISOString(),
      result: read.problems.length + notes.length === 0 ? 'success' : 'failure',
      milliseconds: Math.round(clock.monotonic() - began),
    }
    await vault.commit({
      actor: { subject: actor.subject, label: actor.label },
      touches: ['vault'],
      decide: () => ({ events: [{ body: { kind: 'vault.drilled', record: 'vault', data: report } }], result: () => undefined }),
    })
    return report
  }

  private async rehearseOnCopy(password: string): Promise<Rehearsal> {
    const { ports, demo } = this.parts
    const { signal } = this.ending
    try {
      signal.throwIfAborted()
      const { files, moment } = await this.copy()
      signal.throwIfAborted()
      const inThread = (how: Parameters<Rehearse>[0]) => rehearse({ ...ports, files }, how)
      const read = await (ports.rehearse ?? inThread)({ password, demo }, signal)
      signal.throwIfAborted()
      const isNewest = read.hash === '' || (read.events === moment.sequence && read.hash === hex(moment.hash))
      return isNewest ? read : { ...read, problems: [...read.problems, restoreDrillWords.notTheNewest] }
    } finally {
      await ports.files.removeScratch(DRILL_FOLDER)
    }
  }

  private async copy() {
    const { vault, ports } = this.parts
    try {
      const files = await ports.files.scratch(DRILL_FOLDER)
      return { files, moment: await vault.copyTo(files, this.ending.signal) }
    } catch (error) {
      if (error instanceof EngineError) throw error
      ports.logger.error('the vault could not be copied', { reason: error instanceof Error ? error.message : 'unknown' })
      throw new EngineError('VAULT_READ_ONLY', {}, restoreDrillWords.noCopy)
    }
  }
}
