import { preflightWords as words } from '../../words/en/preflight'
import type { Actor } from '../actor'
import type { Visibility } from '../credential-type'
import type { ConnectionStatus } from '../status'
import { canSee } from '../visibility'
import { credentialNeed, type ManagedType } from './node-kind'
import type { RecipeProblem } from './problem'
import type { RecipeNode } from './recipe'

/** As much of a connection as decides. */
export interface ConnectionFact {
  type: string
  visibility: Visibility
  owner: { subject: string }
  status: ConnectionStatus
  /** False for a private connection that is bound to nobody: half an authorization. */
  hasSubject: boolean
}

/** As much of a grant as decides. */
export interface GrantFact {
  connectionId: string
  /** Who gave it. */
  ownerSubject: string
  /** What the node did when it was given, as `PreflightInput.actOf` says it. */
  act: string
  /** Milliseconds since the epoch. */
  expiresAt: number | null
  revoked: boolean
  /** Whether its receipt is good. Asked last, because it is dear. */
  isVerified(): boolean
}

export interface PreflightFacts {
  /** By id: every connection of this organisation that a node names, and others if need be. */
  connections: ReadonlyMap<string, ConnectionFact>
  /** The operator's, by type: those that are provisioned now. */
  managed: ReadonlyMap<string, { status: ConnectionStatus }>
  /** By node. */
  grants: ReadonlyMap<string, readonly GrantFact[]>
  /** Subjects who left the organisation: no grant of theirs holds. */
  departed: ReadonlySet<string>
}

export type PreflightNode = Pick<RecipeNode, 'id' | 'kind' | 'name' | 'credential'>

export interface PreflightInput<Node extends PreflightNode = PreflightNode> {
  nodes: readonly Node[]
  facts: PreflightFacts
  /** Who would deploy it, or did. */
  actor: Pick<Actor, 'subject'>
  /** Milliseconds since the epoch. */
  now: number
  /** What the node does, in the form in which grants have it. */
  actOf(node: Node): string
}

/**
 * Everything that stops a deployment or a run, in node order: of each node the first problem in the order of `ProblemCode`.
 * Source: "Preflight" in the recipes specification. Pure, so that whoever keeps the facts decides alike.
 */
export function preflight<Node extends PreflightNode>(input: PreflightInput<Node>): RecipeProblem[] {
  return input.nodes.flatMap((node) => nodeProblem(input, node) ?? [])
}

/** The one problem of a node; undefined where there is none. */
function nodeProblem<Node extends PreflightNode>(
  input: Omit<PreflightInput<Node>, 'nodes'>,
  node: Node,
): RecipeProblem | undefined {
  const { slot, delegated } = credentialNeed[node.kind]
  if (slot === null) return undefined
  const { credential } = node
  const say = problemOf(node)
  if (credential === undefined)
    return slot === 'any' ? undefined : say('CREDENTIAL_MISSING', words.missing(node.name), 'select', {})
  if ('type' in credential) return managedProblem(input.facts, node, credential.type as ManagedType)
  return ownProblem(input, node, credential.connectionId, delegated)
}

function ownProblem<Node extends PreflightNode>(
  { facts, actor, now, actOf }: Omit<PreflightInput<Node>, 'nodes'>,
  node: Node,
  connectionId: string,
  delegated: ManagedType | null,
): RecipeProblem | undefined {
  const { name, kind } = node
  const { slot } = credentialNeed[kind]
  const say = problemOf(node)
  const connection = facts.connections.get(connectionId)
  if (connection === undefined) return say('CREDENTIAL_NOT_FOUND', words.notFound(name), 'select', { connectionId })
  const managed = delegated === null ? undefined : managedProblem(facts, node, delegated)
  if (managed?.code === 'CREDENTIAL_NOT_FOUND') return managed
  // Of what the actor may not see nothing else is looked at, so that nothing else can be told.
  if (!canSee(actor, connection)) return say('PASSPORT_OWNER_ONLY', words.ownerOnly(name), 'select', {})
  if (slot !== 'any' && connection.type !== slot)
    return say('CREDENTIAL_TYPE_MISMATCH', words.typeMismatch(name), 'select', { connectionId })
  const { status, visibility, hasSubject } = connection
  if (status === 'revoked') return say('CREDENTIAL_NOT_ACTIVE', words.revoked(name), 'select', { connectionId, status })
  if (status !== 'active')
    return say('CREDENTIAL_NOT_ACTIVE', words.notActive(name, status), 'reconnect', { connectionId, status })
  if (managed !== undefined) return managed
  if (visibility === 'org') return undefined
  if (!hasSubject) return say('CREDENTIAL_NO_SUBJECT', words.noSubject(name), 'reconnect', { connectionId })
  const { grants, departed } = facts
  const holds = (grants.get(node.id) ?? []).some((grant) =>
    grantHolds(grant, { connectionId, owner: connection.owner.subject, departed, now, act: () => actOf(node) }),
  )
  return holds ? undefined : say('GRANT_MISSING', words.grantMissing(name), 'grant', { connectionId })
}

/** What a grant has to fit. */
export interface GrantUse {
  connectionId: string
  /** Subject whose connection it is. */
  owner: string
  departed: ReadonlySet<string>
  now: number
  act(): string
}

/** Whether a grant permits this: given by the owner, who is still here, for this and nothing else, not revoked, not over, and signed. */
export function grantHolds(grant: GrantFact, use: GrantUse): boolean {
  return (
    grant.connectionId === use.connectionId &&
    grant.ownerSubject === use.owner &&
    !grant.revoked &&
    !use.departed.has(grant.ownerSubject) &&
    (grant.expiresAt === null || grant.expiresAt > use.now) &&
    grant.act === use.act() &&
    grant.isVerified()
  )
}

/** What is wrong with a connection of the operator's; its id is in no recipe, so it is in no problem. */
function managedProblem({ managed }: PreflightFacts, node: PreflightNode, type: ManagedType): RecipeProblem | undefined {
  const say = problemOf(node)
  const found = managed.get(type)
  if (found === undefined)
    return say('CREDENTIAL_NOT_FOUND', words.notProvisioned(node.name, words[type]), 'contact_operator', { delegatedType: type })
  const { status } = found
  if (status === 'active') return undefined
  const message = words.managedNotActive(node.name, words[type], status)
  return say('CREDENTIAL_NOT_ACTIVE', message, 'contact_operator', { status, delegatedType: type })
}

type More = Pick<RecipeProblem, 'connectionId' | 'status' | 'delegatedType'>

const problemOf =
  ({ id, name }: PreflightNode) =>
  (code: RecipeProblem['code'], message: string, recovery: RecipeProblem['recovery'], more: More): RecipeProblem => ({
    nodeId: id,
    nodeName: name,
    code,
    message,
    ...more,
    recovery,
  })
