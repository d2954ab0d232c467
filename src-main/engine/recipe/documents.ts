import { incompleteParams } from '../../../src-shared/domain/recipe/missing-params'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import type { MissingParam } from '../../../src-shared/domain/recipe/problem'
import type { RecipeDocument } from '../../../src-shared/domain/recipe/recipe'
import { EngineError } from '../error'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

/** Characters of JSON that are kept read: many recipes, or a few of the largest. */
const MOST_KEPT = 32 * 1024 * 1024

/** A draft as it is now. Nobody may change it: others have the same. */
export interface Draft {
  id: string
  version: number
  document: RecipeDocument
  /** Managed types that its nodes ask for. */
  managed: ReadonlySet<string>
  /** Parameters that it lacks. */
  incomplete: readonly MissingParam[]
}

interface Kept {
  draft: Draft
  size: number
}

/** Drafts by id, read once for each version. */
export class Documents {
  private readonly kept = new Map<string, Kept>()
  private size = 0

  constructor(private readonly vault: Pick<Vault, 'store'>) {}

  /** Throws `NOT_FOUND`, also for one that was removed. */
  get(id: string): Draft {
    const [draft] = this.all([id])
    if (draft === undefined) throw new EngineError('NOT_FOUND')
    return draft
  }

  /** All that are there of these, with one query; in no order. */
  all(ids: readonly string[]): Draft[] {
    const { store } = this.vault
    const rows = store.all(
      `SELECT r.id, r.version FROM json_each(?) AS asked CROSS JOIN recipe AS r ON r.id = asked.value WHERE r.removed_at IS NULL`,
      [JSON.stringify(ids)],
    )
    return rows.map(({ id, version }) =>
      this.ofVersion(String(id), Number(version), () =>
        String(store.one('SELECT document FROM recipe WHERE id = ?', [id ?? null])?.document),
      ),
    )
  }

  /** Every recipe that there is. */
  everyId(): string[] {
    return this.vault.store.all('SELECT id FROM recipe WHERE removed_at IS NULL').map(({ id }) => String(id))
  }

  private ofVersion(id: string, version: number, read: () => string): Draft {
    const known = this.kept.get(id)
    if (known?.draft.version === version) return known.draft
    const text = read()
    const document = JSON.parse(text) as RecipeDocument
    const draft = { id, version, document, managed: managedIn(document), incomplete: incompleteParams(document.nodes) }
    this.forget(id)
    this.kept.set(id, { draft, size: text.length })
    this.size += text.length
    // Oldest first: maps keep the order of insertion.
    for (const other of this.kept.keys()) {
      if (this.size <= MOST_KEPT || other === id) break
      this.forget(other)
    }
    return draft
  }

  /** It is not asked for any more. */
  forget(id: string): void {
    this.size -= this.kept.get(id)?.size ?? 0
    this.kept.delete(id)
  }
}

/** The row of a recipe. Throws `NOT_FOUND`, also for one that was removed. */
export function findRecipe({ store }: Pick<Vault, 'store'>, id: string): Row {
  const row = store.one('SELECT * FROM recipe WHERE id = ? AND removed_at IS NULL', [id])
  if (row === undefined) throw new EngineError('NOT_FOUND')
  return row
}

const managedIn = ({ nodes }: RecipeDocument): Set<string> =>
  new Set(
    nodes.flatMap(({ kind, credential }) => {
      const { delegated } = credentialNeed[kind]
      const named = credential !== undefined && 'type' in credential ? [credential.type] : []
      return delegated === null ? named : [delegated, ...named]
    }),
  )
