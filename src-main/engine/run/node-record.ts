import type { RunSummary } from '../../../src-shared/contract/run'
import type { Json } from '../../../src-shared/domain/recipe/json'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { EventBody } from '../vault/vault-event'
import { keptOutput } from './output'
import type { RunFailure } from './run-failure'

/** Of what started a run, which nobody can do again: bytes of its JSON. As much as a delivery may have. */
const MOST_KEPT_OF_EVENT = 1024 * 1024 + 16 * 1024

/** What becomes of one node in one run. */
export class NodeRecord {
  private startedAt: number | undefined
  private times = 0
  private output: Json | undefined
  /** In a body: by item. */
  private readonly items: Json[] = []
  private failure: RunFailure | undefined
  private failedOutput: Json | undefined
  isWritten = false

  constructor(
    readonly node: RecipeNode,
    private readonly isInBody: boolean,
  ) {}

  begun(now: number): void {
    this.startedAt ??= now
    this.times++
  }

  gave(output: Json, path: readonly number[]): void {
    if (!this.isInBody) this.output = output
    else if (path.length === 1) {
      const index = path[0] ?? 0
      while (this.items.length < index) this.items.push(null)
      this.items[index] = output
    } else this.items.push(output)
  }

  failed(failure: RunFailure, output: Json | undefined): void {
    this.failure = failure
    this.failedOutput = output
  }

  get failedNode(): NonNullable<RunSummary['failedNode']> | undefined {
    const { node, failure } = this
    return failure && { nodeId: node.id, name: node.name, code: failure.facts.code }
  }

  ended(run: string): Extract<EventBody, { kind: 'run.node_ended' }> {
    const { node, failure, startedAt, times } = this
    const output = this.isInBody && this.items.length > 0 ? this.items : (this.output ?? this.failedOutput)
    const status = failure ? 'failed' : times > 0 ? 'succeeded' : 'skipped'
    const most = node.kind.endsWith('.trigger') ? MOST_KEPT_OF_EVENT : undefined
    return {
      kind: 'run.node_ended',
      record: run,
      data: {
        nodeId: node.id,
        status,
        startedAt: startedAt === undefined ? null : new Date(startedAt).toISOString(),
        ...keptOutput(output, most),
        error: failure?.facts ?? null,
        times,
      },
    }
  }
}
