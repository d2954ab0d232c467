import type { Actor } from '../../../src-shared/domain/actor'
import { incompleteParams } from '../../../src-shared/domain/recipe/missing-params'
import { preflight } from '../../../src-shared/domain/recipe/preflight'
import type { Verdict } from '../../../src-shared/domain/recipe/problem'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { Documents, Draft } from './documents'
import { isGrantSigned, type PreflightDependencies, preflightNow } from './preflight-now'
import { readFacts } from './read-facts'
import { actHash } from './receipt'

/** Viewers and recipes whose verdicts are remembered. */
const MOST = 20_000

interface Known {
  version: number
  verdict: Verdict
}

/**
 * What each recipe would do if it were deployed now, for each who looks. Remembered until something changes that it was made of:
 * whoever hears the vault's events says so.
 */
export class Verdicts {
  /** By recipe, then by who looks. */
  private readonly known = new Map<string, Map<string, Known>>()
  private count = 0
  /** Grants whose receipts were looked at. They are written once, so what was found holds for the session. */
  private readonly signed = new Map<string, boolean>()

  constructor(
    private readonly deps: PreflightDependencies,
    private readonly documents: Documents,
  ) {}

  /** By recipe; those that are not there are left out. Two queries for all that are not remembered. */
  of(actor: Pick<Actor, 'subject'>, recipeIds: readonly string[]): Map<string, Verdict> {
    const drafts = this.documents.all(recipeIds)
    const unknown = drafts.filter((draft) => this.remembered(actor, draft) === undefined)
    if (unknown.length > 0) this.judge(actor, unknown)
    return new Map(
      drafts.flatMap((draft) => {
        const verdict = this.remembered(actor, draft)
        return verdict === undefined ? [] : [[draft.id, verdict] as const]
      }),
    )
  }

  /** Of one recipe, from nothing that is remembered. Throws `NOT_FOUND`. */
  fresh(actor: Pick<Actor, 'subject'>, recipeId: string): Verdict {
    const { document } = this.documents.get(recipeId)
    return verdictOf(preflightNow(this.deps, actor, recipeId, document.nodes), document.nodes)
  }

  /** Something changed for these. */
  forget(recipeIds: Iterable<string>): void {
    for (const id of recipeIds) {
      this.count -= this.known.get(id)?.size ?? 0
      this.known.delete(id)
    }
  }

  private remembered(actor: Pick<Actor, 'subject'>, { id, version }: Draft): Verdict | undefined {
    const known = this.known.get(id)?.get(actor.subject)
    return known?.version === version ? known.verdict : undefined
  }

  private judge(actor: Pick<Actor, 'subject'>, drafts: readonly Draft[]): void {
    const now = this.deps.clock.now()
    const recipes = drafts.map(({ id, document }) => ({ id, nodes: document.nodes }))
    const factsOf = readFacts(this.deps.vault, recipes, now, (grantId) => this.isSigned(grantId))
    if (this.count + drafts.length > MOST) this.forget([...this.known.keys()])
    for (const { id, version, document } of drafts) {
      const { nodes } = document
      const problems = preflight<RecipeNode>({ nodes, facts: factsOf(id), actor, now, actOf: actHash })
      this.remember(actor, id, { version, verdict: verdictOf(problems, nodes) })
    }
  }

  private remember({ subject }: Pick<Actor, 'subject'>, id: string, known: Known): void {
    const viewers = this.known.get(id) ?? new Map<string, Known>()
    this.known.set(id, viewers)
    if (!viewers.has(subject)) this.count++
    viewers.set(subject, known)
  }

  private isSigned(grantId: string): boolean {
    const known = this.signed.get(grantId)
    if (known !== undefined) return known
    const isGood = isGrantSigned(this.deps.vault, grantId)
    this.signed.set(grantId, isGood)
    return isGood
  }
}

function verdictOf(problems: Verdict['problems'], nodes: readonly RecipeNode[]): Verdict {
  const incomplete = incompleteParams(nodes)
  return { ok: problems.length === 0 && incomplete.length === 0, problems, incomplete }
}
