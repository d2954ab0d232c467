import type { Inputs } from '../../../src-shared/contract'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { Actor } from '../../../src-shared/domain/actor'
import type { RecipeDocument, RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { recipeProblems } from '../../../src-shared/domain/recipe/recipe-problems'
import { canSee } from '../../../src-shared/domain/visibility'
import { recipeProblemWords as words } from '../../../src-shared/words/en/recipe-problem'
import { personOf } from '../connection/provider-apps'
import type { CallContext } from '../engine'
import { EngineError, invalidInput } from '../error'
import { newUlid } from '../new-ulid'
import { findRecipe } from './documents'
import { connectionIn, readConnections } from './read-facts'
import type { RecipeDependencies } from './recipe-parts'
import { recipeView } from './recipe-view'

type Written = Inputs['recipe']['import']
type WrittenNode = Written['nodes'][number]

/** Takes in a recipe under a new id. Throws `INVALID_INPUT` naming every place that is wrong. */
export function importRecipe(deps: RecipeDependencies, context: CallContext, written: Written): Promise<RecipeView> {
  const { vault, clock } = deps
  const id = `recipe_${newUlid(clock.now())}`
  return vault.commit({
    actor: personOf(context.actor),
    touches: [id],
    decide: () => {
      const document = documentFrom(deps, written, (_, index) => refuseHidden(index))
      const data = { document, hooks: hooksFor(deps, document.nodes, new Map()) }
      return {
        events: [{ body: { kind: 'recipe.imported', record: id, data } }],
        result: () => recipeView(deps, context, id),
      }
    },
  })
}

/**
 * Puts another recipe in the place of one, under its id. A node with somebody else's private connection keeps it where it says so.
 * Throws `NOT_FOUND`, `VERSION_CONFLICT`, `INVALID_INPUT`.
 */
export function replaceRecipe(
  deps: RecipeDependencies,
  context: CallContext,
  { id, version, ...written }: Inputs['recipe']['replace'],
): Promise<RecipeView> {
  const { vault, documents } = deps
  return vault.commit({
    actor: personOf(context.actor),
    touches: [id],
    decide: () => {
      const row = findRecipe(vault, id)
      if (version !== undefined && version !== row.version)
        throw new EngineError('VERSION_CONFLICT', { currentVersion: Number(row.version) })
      const hidden = hiddenIn(deps, context.actor, documents.get(id).document.nodes)
      const document = documentFrom(deps, written, (node, index) => hidden.get(node.id) ?? refuseHidden(index))
      const before = vault.store.all('SELECT id, node_id FROM hook WHERE recipe_id = ?', [id])
      const known = new Map(before.map((hook) => [String(hook.node_id), String(hook.id)]))
      const data = { document, hooks: hooksFor(deps, document.nodes, known) }
      return {
        events: [{ body: { kind: 'recipe.replaced', record: id, data } }],
        result: () => recipeView(deps, context, id),
      }
    },
  })
}

/** Its deployments are withdrawn with it. Throws `NOT_FOUND`. */
export function removeRecipe(
  { vault, documents }: RecipeDependencies,
  { actor }: CallContext,
  id: string,
): Promise<{ id: RecipeView['id'] }> {
  return vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      findRecipe(vault, id)
      return {
        events: [{ body: { kind: 'recipe.removed', record: id, data: {} } }],
        result: () => {
          documents.forget(id)
          return { id: id as RecipeView['id'] }
        },
      }
    },
  })
}

type Credential = NonNullable<RecipeNode['credential']>

/** Checked whole. `reveal` says what a node has that is written as somebody else's. */
function documentFrom(
  { vault }: RecipeDependencies,
  { name, nodes: written, edges = [] }: Written,
  reveal: (node: WrittenNode, index: number) => Credential,
): RecipeDocument {
  const nodes = written.map((node, index): RecipeNode => {
    const { id, kind, name, params = {}, credential } = node
    if (credential === undefined) return { id, kind, name, params }
    return { id, kind, name, params, credential: 'private' in credential ? reveal(node, index) : (credential as Credential) }
  })
  const fields = [...recipeProblems({ nodes, edges }), ...managedById({ vault }, nodes)]
  if (fields.length > 0) throw new EngineError('INVALID_INPUT', { fields })
  return { format: 1, name, nodes, edges }
}

function managedById({ vault }: Pick<RecipeDependencies, 'vault'>, nodes: readonly RecipeNode[]) {
  const ids = nodes.flatMap(({ credential }) => connectionIn(credential) ?? [])
  const rows = vault.store.all(
    'SELECT c.id FROM json_each(?) AS asked JOIN connection AS c ON c.id = asked.value WHERE c.managed = 1',
    [JSON.stringify(ids)],
  )
  const managed = new Set(rows.map(({ id }) => String(id)))
  return nodes.flatMap(({ credential }, index) =>
    managed.has(connectionIn(credential) ?? '')
      ? [{ path: `nodes.${index}.credential.connectionId`, message: words.managedById }]
      : [],
  )
}

function refuseHidden(index: number): never {
  throw invalidInput(`nodes.${index}.credential`, words.hidden)
}

/** What each node has that this actor may not see. */
function hiddenIn({ vault }: RecipeDependencies, actor: Actor, nodes: readonly RecipeNode[]): Map<string, Credential> {
  const connections = readConnections(
    vault,
    nodes.flatMap(({ credential }) => connectionIn(credential) ?? []),
  )
  return new Map(
    nodes.flatMap(({ id, credential }) => {
      const connection = connections.get(connectionIn(credential) ?? '')
      return credential !== undefined && connection !== undefined && !canSee(actor, connection) ? [[id, credential]] : []
    }),
  )
}

/** A Webhook trigger keeps the address that it has, as long as its node keeps its id. */
function hooksFor(
  { clock }: RecipeDependencies,
  nodes: readonly RecipeNode[],
  known: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    nodes.flatMap(({ id, kind }) => (kind === 'webhook.trigger' ? [[id, known.get(id) ?? `hook_${newUlid(clock.now())}`]] : [])),
  )
}
