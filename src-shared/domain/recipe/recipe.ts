import { z } from 'zod'
import { CredentialTypeKey } from '../credential-type'
import { BoundedJson } from './json'
import { NodeKind } from './node-kind'

/** Named in templates (`{{nodes.<id>.output.<path>}}`), so it has none of their punctuation. */
export const NodeId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const MOST_NODES = 1000

/** Of a node, as the kind declares them. Any string in it, at any depth, may hold templates. */
const NodeParams = z.record(z.string().max(200), BoundedJson)

/**
 * A connection as a recipe names it. Recipes come from elsewhere, with ids of whatever shape: one that is none of this organisation's
 * is for preflight to say, and no reason to refuse the recipe.
 */
export const NamedConnection = z.string().min(1).max(128).brand<'ConnectionId'>()

/** What fills the slot of a node. A managed connection is named by its type alone; its id is in no recipe. */
export const NodeCredential = z.union([
  z.strictObject({ connectionId: NamedConnection }),
  z.strictObject({ type: CredentialTypeKey }),
])
export type NodeCredential = z.infer<typeof NodeCredential>

export const RecipeNode = z.strictObject({
  id: NodeId,
  kind: NodeKind,
  name: z.string().trim().min(1).max(120),
  params: NodeParams.default({}),
  credential: NodeCredential.optional(),
})
export type RecipeNode = z.infer<typeof RecipeNode>

export const RecipeEdge = z.strictObject({
  from: NodeId,
  to: NodeId,
  /** Of a `control.if` alone: which answer leads this way. Both do unless said. */
  when: z.boolean().optional(),
})
export type RecipeEdge = z.infer<typeof RecipeEdge>

/** A recipe as people write it down, import and export it. What no schema can say is checked by `recipeProblems`. */
export const RecipeDocument = z.strictObject({
  format: z.literal(1),
  name: z.string().trim().min(1).max(120),
  nodes: z.array(RecipeNode).min(1).max(MOST_NODES),
  edges: z.array(RecipeEdge).max(10_000).default([]),
})
export type RecipeDocument = z.infer<typeof RecipeDocument>
