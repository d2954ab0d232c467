import type { z } from 'zod'
import type { RunNodeError, RunSummary } from '../../../src-shared/contract/run'
import type { NodeKind } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeDocument } from '../../../src-shared/domain/recipe/recipe'

interface Person {
  subject: string
  label: string
}

/** A grant as it was given: part of the event that binds, so that no half of it can be cut off. */
export interface GivenGrant {
  id: string
  nodeName: string
  /** SHA-256 of what the node does, lower-case hex. */
  act: string
  owner: Person
  /** When, as it was signed. ISO 8601, UTC. */
  at: string
  expiresAt: string | null
  payload: string
  signature: string
  publicKey: string
}

/** What happened to recipes and what comes of them. Facts only, never a secret. */
export type RecipeEventBody =
  | {
      kind: 'recipe.imported' | 'recipe.replaced'
      record: string
      data: {
        document: RecipeDocument
        /** Hook ids of its Webhook triggers, by node id. */
        hooks: Record<string, string>
      }
    }
  | { kind: 'recipe.bound'; record: string; data: { nodeId: string; connectionId: string | null; grant: GivenGrant | null } }
  | {
      kind: 'recipe.rebound'
      record: string
      /** A private one comes with its owner's grant for each of the nodes, in their order; another with none. */
      data: { nodeIds: string[]; from: string; to: string; grants: GivenGrant[] }
    }
  | { kind: 'recipe.removed'; record: string; data: Record<string, never> }
  | { kind: 'grant.revoked'; record: string; data: Record<string, never> }
  | {
      kind: 'deployment.made'
      record: string
      data: {
        recipeId: string
        recipeName: string
        version: number
        /** Whose runs these are. */
        deployer: Person & { org: string }
        nodes: RecipeDocument['nodes']
        edges: RecipeDocument['edges']
        /** Hook ids of its Webhook triggers, by node id: those of a draft may go while this stays. */
        hooks: Record<string, string>
      }
    }
  | { kind: 'deployment.withdrawn'; record: string; data: Record<string, never> }
  | {
      kind: 'run.started'
      record: string
      data: {
        deploymentId: string
        recipeId: string
        recipeName: string
        cause: RunSummary['cause']
        startedBy: Person | null
        retryOf: string | null
        /** A provider's own id of what started it: the same one starts nothing again. */
        deliveryId: string | null
        nodes: { nodeId: string; name: string; kind: NodeKind }[]
      }
    }
  | {
      kind: 'run.node_ended'
      record: string
      data: {
        nodeId: string
        status: 'succeeded' | 'failed' | 'skipped'
        startedAt: string | null
        /** JSON text, bounded by the runner. */
        output: string | null
        outputTruncated: boolean
        error: z.infer<typeof RunNodeError> | null
        times: number
      }
    }
  | {
      kind: 'run.finished'
      record: string
      data: { status: Exclude<RunSummary['status'], 'running'>; failedNode: RunSummary['failedNode'] }
    }
  | {
      /** The key that a person's grants are signed with was made; its secret half is the record's secret. */
      kind: 'signer.made'
      record: string
      data: { publicKey: string }
    }
  | { kind: 'member.left' | 'member.returned'; record: 'vault'; data: { subject: string } }
  | {
      kind: 'inbox.announced'
      record: string
      data: {
        /** The session manager's own id: announced twice, it arrives once. */
        announcementId: string
        connectionId: string
        sender: Person
        recipeName: string
        name: string
        size: number
        sha256: string
        kind: string
      }
    }
  | {
      /** About to take its place under this name. After a kill, what has it and is the same file was placed by us. */
      kind: 'inbox.placing'
      record: string
      data: { path: string }
    }
  | { kind: 'inbox.received'; record: string; data: { path: string; name: string } }
  | { kind: 'inbox.refused'; record: string; data: { code: string; message: string } }
  | { kind: 'inbox.removed'; record: string; data: Record<string, never> }

/** The record of the key that a person's grants are signed with. */
export const signerRecord = (subject: string): string => `signer:${subject}`

/** Names what started a run of a deployment: it starts no other. */
export const runDelivery = (deliveryId: string, deploymentId: string): string => `${deliveryId} ${deploymentId}`
