import { join } from 'node:path'
import { Documents } from '../../src-main/engine/recipe/documents'
import { LiveVerdicts } from '../../src-main/engine/recipe/live-verdicts'
import { preflightNow } from '../../src-main/engine/recipe/preflight-now'
import { Verdicts } from '../../src-main/engine/recipe/verdicts'
import type { Vault } from '../../src-main/engine/vault/vault'
import type { EventBody } from '../../src-main/engine/vault/vault-event'
import { ConnectionId, Subject } from '../../src-shared/domain/identifiers'
import type { RecipeDocument, RecipeNode } from '../../src-shared/domain/recipe/recipe'
import type { Part } from './bench'
import { benchPorts } from './filled-vault'
import { median, time } from './measure'
import { bounded, type Row } from './row'
import type { VaultFixtures } from './vault-fixtures'

const actor = { subject: Subject.parse('bench') }
const ROUNDS = 15
/** Of each recipe, as people have them. */
const NODES = 8

/** Preflight of many nodes over many connections, and the verdicts of many recipes after one connection changed. */
export const recipesPart: Part = {
  name: 'recipes',
  measure: async ({ folder, vaults }) => {
    const few = await measured(vaults, join(folder, 'few'), 1)
    const many = await measured(vaults, join(folder, 'many'), 10)
    return [
      bounded('preflight_1000', few.preflight, 'ms', 10, '1,000 nodes over 10,000 connections'),
      linear('preflight_10000', many.preflight, few.preflight),
      bounded('verdicts_1000', few.verdicts, 'ms', 50, '1,000 recipes after a connection changed'),
      linear('verdicts_10000', many.verdicts, few.verdicts),
    ]
  },
}

/** Ten times as much takes ten times as long; half as long again is what caches that are too small for it may cost. */
const linear = (name: string, value: number, tenth: number): Row => ({
  name,
  value,
  unit: 'ms',
  against: '10 x as long',
  ratio: value / (tenth * 10),
  target: { atMost: 1.5 },
})

async function measured(vaults: VaultFixtures, folder: string, times: number) {
  const { vault, ids } = await vaults.open(10_000 * times, folder)
  const { clock } = benchPorts(folder)
  const preflights: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    // Other connections each time, and nodes that were never seen.
    const nodes = nodesOf(ids, 1000 * times, round * 997)
    preflights.push(await time(() => preflightNow({ vault, clock }, actor, 'recipe_none', nodes)))
  }
  const verdicts = await verdictTimes(vault, ids, times)
  await vault.close()
  return { preflight: median(preflights), verdicts: median(verdicts) }
}

/** Every recipe uses the connection that changes, which is the most that can follow from one change. */
async function verdictTimes(vault: Vault, ids: readonly string[], times: number): Promise<number[]> {
  const [shared = '', ...others] = ids
  const recipes = Array.from({ length: 1000 * times }, (_, index) => {
    const nodes = [...nodesOf([shared], 1, 0), ...nodesOf(others, NODES - 1, index * NODES)]
    const document: RecipeDocument = { format: 1, name: `Recipe ${index}`, nodes: renumbered(nodes), edges: [] }
    return { id: `recipe_${String(index).padStart(26, '0')}`, document }
  })
  for (let from = 0; from < recipes.length; from += 1000)
    await write(
      vault,
      recipes.slice(from, from + 1000).map(({ id, document }) => ({
        kind: 'recipe.imported',
        record: id,
        data: { document, hooks: {} },
      })),
    )
  const { clock } = benchPorts('')
  const documents = new Documents(vault)
  const verdicts = new Verdicts({ vault, clock }, documents)
  const live = new LiveVerdicts({ vault, clock, documents, verdicts, publish: () => undefined })
  const recipeIds = recipes.map(({ id }) => id)
  verdicts.of(actor, recipeIds)
  const measured: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let took = 0
    // From the moment the change is durable: how long until every verdict is what it is now.
    vault.onApplied = (event) => {
      const start = performance.now()
      live.heard(event)
      verdicts.of(actor, recipeIds)
      took = performance.now() - start
    }
    await write(vault, [{ kind: 'connection.tested', record: shared, data: movedTo(round % 2 === 0 ? 'error' : 'active') }])
    measured.push(took)
  }
  return measured
}

const movedTo = (status: 'error' | 'active') => ({
  result: 'failure' as const,
  error: null,
  moved: { status, reason: 'rejected_by_provider' as const },
})

function nodesOf(ids: readonly string[], count: number, from: number): RecipeNode[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    kind: 'slack.action',
    name: `Post ${index}`,
    params: { operation: 'post_message', channel: 'general', text: 'Hello' },
    credential: { connectionId: ConnectionId.parse(ids[(from + index * 7) % ids.length]) },
  }))
}

const renumbered = (nodes: readonly RecipeNode[]): RecipeNode[] => nodes.map((node, index) => ({ ...node, id: `n${index}` }))

const write = (vault: Vault, bodies: readonly EventBody[]): Promise<void> =>
  vault.commit({
    actor: null,
    touches: [],
    decide: () => ({ events: bodies.map((body) => ({ body })), result: () => undefined }),
  })
