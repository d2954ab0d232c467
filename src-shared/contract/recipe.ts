import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { ConnectionId, HookId, RecipeId } from '../domain/identifiers'
import { Verdict } from '../domain/recipe/problem'
import { NamedConnection, NodeCredential, NodeId, RecipeDocument, RecipeEdge, RecipeNode } from '../domain/recipe/recipe'
import { ConnectionView, Person, Timestamp } from './connection'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'
import { RunSummary } from './run'

/** In an answer, and in what is sent back: the node has somebody else's private connection, which stays as it is. */
const HiddenCredential = z.strictObject({ private: z.literal(true) })

/** How a node's grant stands, for whoever owns the connection; absent where none is needed or the actor may not know. */
export const NodeGrant = z.enum(['active', 'missing', 'earlier_version', 'expired', 'revoked'])
export type NodeGrant = z.infer<typeof NodeGrant>

const NodeOut = RecipeNode.extend({
  credential: z.union([NodeCredential, HiddenCredential]).optional(),
  /** Told, and passed over where it is sent back. */
  grant: NodeGrant.optional(),
})
/** What is imported, and what a recipe is replaced by. */
const RecipeIn = RecipeDocument.extend({ nodes: z.array(NodeOut).min(1).max(1000) })

/** Where a Webhook trigger takes deliveries; null URL where this host has no address of its own. */
export const HookView = z.object({ nodeId: NodeId, hookId: HookId, url: z.url().nullable() })

export const RecipeSummary = z.object({
  id: RecipeId,
  name: z.string(),
  nodeCount: z.int(),
  createdBy: Person,
  createdAt: Timestamp,
  updatedAt: Timestamp,
  version: z.int().positive(),
  /** For whoever asks. */
  verdict: Verdict,
  /** Deployments that were not withdrawn. */
  deployments: z.int().nonnegative(),
  lastRun: RunSummary.nullable(),
})
export type RecipeSummary = z.infer<typeof RecipeSummary>

export const RecipeView = RecipeSummary.extend({
  format: z.literal(1),
  nodes: z.array(NodeOut),
  edges: z.array(RecipeEdge),
  hooks: z.array(HookView),
})
export type RecipeView = z.infer<typeof RecipeView>

/** The picker of one node. */
export const CredentialOptions = z.object({
  /** Null where the kind takes no credential. */
  slot: z
    .object({ type: z.union([CredentialTypeKey, z.literal('any')]), required: z.boolean(), private: z.boolean() })
    .nullable(),
  /** What is bound now, where the actor may see it. `hidden`: somebody else's private connection is. */
  selected: z.object({ connectionId: NamedConnection }).nullable(),
  hidden: z.boolean(),
  /** Every connection of the right type that the actor can see, live first; with their status. Private types: only the actor's own. */
  items: z.array(ConnectionView),
  total: z.int(),
  /** The only candidate: preselected, not bound. */
  preselected: ConnectionId.nullable(),
  /** Types of the operator that come with it, already bound; nothing to choose. */
  managed: z.array(z.object({ type: CredentialTypeKey, provisioned: z.boolean(), name: z.string() })),
  /** Why there is nothing to choose from, and whose page mends it; null where there is. */
  empty: z.object({ message: z.string(), type: CredentialTypeKey }).nullable(),
  grant: NodeGrant.optional(),
})
export type CredentialOptions = z.infer<typeof CredentialOptions>

/** What stops when a connection goes, and who uses it. */
export const ConnectionUsage = z.object({
  recipes: z.array(
    z.object({
      recipeId: RecipeId,
      name: z.string(),
      nodes: z.array(z.object({ nodeId: NodeId, name: z.string() })),
      grants: z.int().nonnegative(),
      /** Whether a deployment that was not withdrawn uses it. */
      deployed: z.boolean(),
      lastRun: RunSummary.nullable(),
    }),
  ),
  /** Scope advisor: what was granted against what bound nodes use. Empty where the type has no scopes. */
  scopes: z.object({
    granted: z.array(z.string()),
    needed: z.array(z.string()),
    unused: z.array(z.string()),
    missing: z.array(z.string()),
  }),
})
export type ConnectionUsage = z.infer<typeof ConnectionUsage>

/** What a recipe shows of itself besides what is written in it. Sent back with the rest, it is passed over. */
const shownBesides = RecipeView.omit({ id: true, format: true, name: true, nodes: true, edges: true, version: true }).partial()

const ById = z.strictObject({ id: RecipeId })
const OfNode = z.strictObject({ id: RecipeId, nodeId: NodeId })
const Page = { limit: z.coerce.number<number>().int().min(1).max(200).default(50), cursor: z.string().max(200).optional() }

export const recipe = {
  import: writingProcedure
    .route({ method: 'POST', path: '/recipes', successStatus: 201, summary: 'Import a recipe' })
    .input(RecipeIn)
    .output(RecipeView),
  list: unlockedProcedure
    .route({ method: 'GET', path: '/recipes', summary: 'Recipes of the organisation, by name, each with its verdict' })
    .input(z.strictObject({ query: z.string().max(200).optional(), ...Page }))
    .output(z.object({ items: z.array(RecipeSummary), nextCursor: z.string().nullable(), total: z.int() })),
  get: unlockedProcedure
    .route({ method: 'GET', path: '/recipes/{id}', summary: 'One recipe' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(RecipeView),
  replace: writingProcedure
    .route({ method: 'PUT', path: '/recipes/{id}', summary: 'Replace a recipe; give the version to refuse a lost update' })
    .errors(errors('NOT_FOUND', 'VERSION_CONFLICT'))
    .input(RecipeIn.extend({ ...shownBesides.shape, id: RecipeId, version: z.int().positive().optional() }))
    .output(RecipeView),
  remove: writingProcedure
    .route({ method: 'DELETE', path: '/recipes/{id}', summary: 'Remove a recipe; its deployments are withdrawn' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(z.object({ id: RecipeId })),
  credentialOptions: unlockedProcedure
    .route({ method: 'GET', path: '/recipes/{id}/nodes/{nodeId}/credential-options', summary: 'The picker of a node' })
    .errors(errors('NOT_FOUND'))
    .input(OfNode.extend({ query: z.string().max(200).optional() }))
    .output(CredentialOptions),
  /** Over HTTP a body of `null` is taken for `{ "connectionId": null }`. */
  choose: writingProcedure
    .route({
      method: 'PUT',
      path: '/recipes/{id}/nodes/{nodeId}/credential',
      summary: 'Choose the connection of a node, or null for none; of a private one, this is its owner’s grant',
    })
    .errors(errors('NOT_FOUND'))
    .input(OfNode.extend({ connectionId: NamedConnection.nullable(), expiresAt: Timestamp.nullable().optional() }))
    .output(RecipeView),
  preflight: unlockedProcedure
    .route({
      method: 'POST',
      path: '/recipes/{id}/preflight',
      summary: 'Whether the caller could deploy it now, and all that stops it',
    })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(Verdict),
  /** The secret is told once, and only where it was made here. */
  makeWebhook: writingProcedure
    .route({
      method: 'POST',
      path: '/recipes/{id}/nodes/{nodeId}/webhook',
      summary: 'Make the source of a Webhook trigger and bind it, or give it a new secret; a sender’s own may be pasted',
    })
    .errors(errors('NOT_FOUND'))
    .input(OfNode.extend({ secret: z.string().min(16).max(4096).optional() }))
    .output(z.object({ recipe: RecipeView, hook: HookView, secret: z.string().nullable() })),
  usage: unlockedProcedure
    .route({
      method: 'GET',
      path: '/connect/connections/{id}/usage',
      summary: 'Recipes that a connection serves, and the scopes they use',
    })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ id: ConnectionId }))
    .output(ConnectionUsage),
  rebind: writingProcedure
    .route({
      method: 'POST',
      path: '/connect/connections/{id}/rebinding',
      summary: 'Let the drafts of all recipes that use a connection use another one; deployments stay as they are',
    })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ id: ConnectionId, to: ConnectionId }))
    .output(z.object({ recipes: z.array(RecipeId) })),
}
