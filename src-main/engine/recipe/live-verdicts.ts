import type { Change } from '../engine'
import type { VaultEvent } from '../vault/vault-event'
import { affectedBy } from './affected-recipes'
import type { RecipeDependencies } from './recipe-parts'

/** The most that is waited at once; a timer cannot be set much farther, and the wall clock may be set meanwhile. */
const MOST_WAIT_MS = 60 * 60_000

/** Keeps verdicts up to what happened, and tells whoever may know that they have changed: by events, and as grants run out. */
export class LiveVerdicts {
  private cancel = () => {}
  /** Wall-clock time up to which every end was told. */
  private toldUntil: number

  constructor(private readonly deps: Pick<RecipeDependencies, 'vault' | 'clock' | 'documents' | 'verdicts' | 'publish'>) {
    this.toldUntil = deps.clock.now()
  }

  start(): void {
    this.waitForNextEnd()
  }

  stop(): void {
    this.cancel()
  }

  /** Of every event once it is applied. */
  heard(event: VaultEvent): void {
    const { vault, documents, verdicts } = this.deps
    if (event.kind === 'signer.made') verdicts.forgetReceipts()
    // Whatever happened: to know what matters is the business of the tables alone.
    if (event.kind.startsWith('connection.')) verdicts.forgetConnection(event.record)
    const affected = affectedBy(vault, documents, event)
    if (affected === undefined) return
    if (event.kind === 'recipe.removed') documents.forget(event.record)
    this.tell(affected.recipeIds, affected.audience)
    for (const subject of affected.grantsOf) this.deps.publish({ event: { kind: 'grants' }, audience: { subject } })
    if (event.kind === 'recipe.bound') this.waitForNextEnd()
  }

  private tell(recipeIds: readonly string[], audience: Change['audience']): void {
    if (recipeIds.length === 0) return
    this.deps.verdicts.forget(recipeIds)
    this.deps.publish({ event: { kind: 'recipes', recipeIds: [...recipeIds] as RecipeIds }, audience })
  }

  private waitForNextEnd(): void {
    const { vault, clock } = this.deps
    this.cancel()
    const row = vault.store.one('SELECT min(expires_at) AS next FROM grant_given WHERE revoked_at IS NULL AND expires_at > ?', [
      this.toldUntil,
    ])
    if (typeof row?.next !== 'number') return
    this.cancel = clock.after(Math.min(Math.max(row.next - clock.now(), 0), MOST_WAIT_MS), this.tellEnds)
  }

  private readonly tellEnds = (): void => {
    const { vault, clock, publish } = this.deps
    const now = clock.now()
    const ended = vault.store.all(
      'SELECT DISTINCT recipe_id, owner_subject FROM grant_given WHERE revoked_at IS NULL AND expires_at > ? AND expires_at <= ?',
      [this.toldUntil, now],
    )
    this.toldUntil = Math.max(this.toldUntil, now)
    for (const subject of new Set(ended.map((row) => String(row.owner_subject)))) {
      const recipeIds = ended.flatMap((row) => (row.owner_subject === subject ? [String(row.recipe_id)] : []))
      this.tell(recipeIds, { subject })
      publish({ event: { kind: 'grants' }, audience: { subject } })
    }
    this.waitForNextEnd()
  }
}

type RecipeIds = Extract<Change['event'], { kind: 'recipes' }>['recipeIds']
