import type { Actor } from '../../../src-shared/domain/actor'
import { type ConnectionFact, type PreflightFacts, preflight } from '../../../src-shared/domain/recipe/preflight'
import type { Verdict } from '../../../src-shared/domain/recipe/problem'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { Documents, Draft } from './documents'
import { isGrantSigned, type PreflightDependencies, preflightNow } from './preflight-now'
import { readFacts } from './read-facts'
import { actHash } from './receipt'

/** Viewers and recipes whose verdicts are remembered. */
const MOST = 20_000
/** Connections that are remembered before they are read anew: each is some hundred bytes. */
const MOST_CONNECTIONS = 200_000

interface Known {
  version: number
  verdict: Verdict
  /** Milliseconds since the epoch: when the first grant ends that it may have been made of. */
  until: number
}

type Viewer = Pick<Actor, 'subject'>

/**
 * What each recipe would do if it were deployed now, for each who looks. Remembered until something changes that it was made of:
 * whoever hears the vault's events says so.
 */
export class Verdicts {
  /** By recipe, then by who looks. */
  private readonly known = new Map<string, Map<string, Known>>()
  private count = 0
  /** Grants whose receipts were looked at. They are written once, so what was found holds until the signer has another key. */
  private readonly signed = new Map<string, boolean>()

  /** Those that were read, until something happens to them. */
  private readonly connections = new Map<string, ConnectionFact>()

  constructor(
    private readonly deps: PreflightDependencies,
    private readonly documents: Documents,
  ) {}

  /** By recipe; those that are not there are left out. As many queries for all that are not remembered as for one. */
  of(viewer: Viewer, recipeIds: readonly string[]): Map<string, Verdict> {
    const verdicts = new Map<string, Verdict>()
    const unknown: Draft[] = []
    const now = this.deps.clock.now()
    for (const draft of this.documents.all(recipeIds)) {
      const known = this.known.get(draft.id)?.get(viewer.subject)
      if (known?.version === draft.version && now < known.until) verdicts.set(draft.id, known.verdict)
      else unknown.push(draft)
    }
    if (this.count + unknown.length > MOST) this.forget([...this.known.keys()])
    for (const [id, known] of this.judged(viewer, unknown, now)) {
      verdicts.set(id, known.verdict)
      this.remember(viewer, id, known)
    }
    return verdicts
  }

  /** Of one recipe, from nothing that is remembered. Throws `NOT_FOUND`. */
  fresh(viewer: Viewer, recipeId: string): Verdict {
    const { document, incomplete } = this.documents.get(recipeId)
    return verdictOf(preflightNow(this.deps, viewer, recipeId, document.nodes), incomplete)
  }

  /** Something changed for these. */
  forget(recipeIds: Iterable<string>): void {
    for (const id of recipeIds) {
      this.count -= this.known.get(id)?.size ?? 0
      this.known.delete(id)
    }
  }

  /** Something happened to this connection. */
  forgetConnection(id: string): void {
    this.connections.delete(id)
  }

  /** Somebody signs with another key from now on. */
  forgetReceipts(): void {
    this.signed.clear()
  }

  private judged(viewer: Viewer, drafts: readonly Draft[], now: number): [string, Known][] {
    if (drafts.length === 0) return []
    if (this.connections.size > MOST_CONNECTIONS) this.connections.clear()
    const recipes = drafts.map(({ id, document }) => ({ id, nodes: document.nodes }))
    const factsOf = readFacts(this.deps.vault, recipes, now, (grantId) => this.isSigned(grantId), this.connections)
    return drafts.map(({ id, version, document: { nodes }, incomplete }) => {
      const facts = factsOf(id)
      const problems = preflight<RecipeNode>({ nodes, facts, actor: viewer, now, actOf: actHash })
      return [id, { version, verdict: verdictOf(problems, incomplete), until: firstEnd(facts) }]
    })
  }

  private remember({ subject }: Viewer, id: string, known: Known): void {
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

function firstEnd({ grants }: PreflightFacts): number {
  let first = Number.POSITIVE_INFINITY
  for (const ofNode of grants.values()) for (const { expiresAt } of ofNode) first = Math.min(first, expiresAt ?? first)
  return first
}

const verdictOf = (problems: Verdict['problems'], incomplete: Draft['incomplete']): Verdict => ({
  ok: problems.length === 0 && incomplete.length === 0,
  problems,
  incomplete: [...incomplete],
})
