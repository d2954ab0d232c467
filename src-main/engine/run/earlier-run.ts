import type { Json } from '../../../src-shared/domain/recipe/json'
import type { NodeKind } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { Vault } from '../vault/vault'
import { asBranch, asList } from './node/node-kinds'
import type { Step } from './walk'

interface Kept {
  kind: NodeKind
  status: string
  output: Json | undefined
}

/** What an earlier run left, for one that goes on from where it failed. What was too large to keep is done again. */
export class EarlierRun {
  private readonly kept: ReadonlyMap<string, Kept>

  /** @param bodies nodes that are run for each item of a list: of these a list was kept */
  constructor(
    vault: Vault,
    readonly id: string,
    private readonly bodies: ReadonlySet<string>,
  ) {
    const rows = vault.store.all('SELECT * FROM run_node WHERE run_id = ?', [id])
    this.kept = new Map(
      rows.map((row) => [
        String(row.node_id),
        {
          kind: row.kind as NodeKind,
          status: String(row.status),
          output: typeof row.output === 'string' && row.output_truncated !== 1 ? (JSON.parse(row.output) as Json) : undefined,
        },
      ]),
    )
  }

  /** What the node gave then; undefined where it is to be done (again). */
  step({ id, kind }: Pick<RecipeNode, 'id' | 'kind'>, path: readonly number[]): Step | undefined {
    const output = this.bodies.has(id) ? this.item(id, path) : this.whole(id)
    if (output === undefined) return undefined
    if (kind === 'control.if') return asBranch(isRecord(output) && output.result === true)
    if (kind !== 'control.each') return { output }
    return isRecord(output) && Array.isArray(output.items) ? asList(output.items) : undefined
  }

  /** Whether a trigger started it, and with what. */
  started(id: string): { output: Json | undefined } | undefined {
    const kept = this.kept.get(id)
    return kept?.status === 'succeeded' || kept?.status === 'failed' ? { output: kept.output } : undefined
  }

  private whole(id: string): Json | undefined {
    const kept = this.kept.get(id)
    return kept?.status === 'succeeded' ? kept.output : undefined
  }

  /** Of lists within lists there is no telling which entry is whose. */
  private item(id: string, path: readonly number[]): Json | undefined {
    const output = this.kept.get(id)?.output
    const [index] = path
    if (path.length !== 1 || index === undefined || !Array.isArray(output)) return undefined
    return output[index] ?? undefined
  }
}

const isRecord = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
