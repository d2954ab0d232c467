import { credentialNeed } from '../../src-shared/domain/recipe/node-kind'
import type { MissingParam, RecipeProblem, Verdict } from '../../src-shared/domain/recipe/problem'
import type { FakeDocument, FakeNode } from './client-recipe-data'
import type { FakeWorld } from './client-world'

/** What stops the fake owner, roughly as preflight would say it: enough to see every kind of answer. */
export function verdictOf({ nodes }: FakeDocument, world: FakeWorld): Verdict {
  const problems = nodes.flatMap((node) => problemOf(node, world) ?? [])
  const incomplete = nodes.flatMap(missingOf)
  return { ok: problems.length === 0 && incomplete.length === 0, problems, incomplete }
}

function problemOf(node: FakeNode, world: FakeWorld): RecipeProblem | undefined {
  const { slot, delegated } = credentialNeed[node.kind]
  const { credential } = node
  const told = { nodeId: node.id, nodeName: node.name }
  if (slot === null) return undefined
  if (credential === undefined || !('connectionId' in credential)) {
    if (credential !== undefined && 'private' in credential)
      return {
        ...told,
        code: 'PASSPORT_OWNER_ONLY',
        message: 'Only the owner of this private connection can use it. Select one of your own.',
        recovery: 'select',
      }
    if (slot === 'any') return undefined
    return { ...told, code: 'CREDENTIAL_MISSING', message: 'No connection is selected.', recovery: 'select' }
  }
  const { connectionId } = credential
  const connection = world.connections.get(connectionId)
  if (connection === undefined)
    return {
      ...told,
      code: 'CREDENTIAL_NOT_FOUND',
      message: 'The selected connection is not there any more.',
      connectionId,
      recovery: 'select',
    }
  if (connection.status !== 'active')
    return {
      ...told,
      code: 'CREDENTIAL_NOT_ACTIVE',
      message: `${connection.name} is not active: ${connection.statusMessage}`,
      connectionId,
      status: connection.status,
      recovery: 'reconnect',
    }
  if (connection.visibility === 'private' && node.grant !== 'active')
    return {
      ...told,
      code: 'GRANT_MISSING',
      message:
        node.grant === 'earlier_version'
          ? 'Your grant is for an earlier version of this node.'
          : 'You have not granted this node the use of your connection.',
      connectionId,
      recovery: 'grant',
    }
  if (delegated !== 'neurocadDesktopApi') return undefined
  return {
    ...told,
    code: 'CREDENTIAL_NOT_FOUND',
    message: 'Your operator has not provided the Neurocad Desktop Service.',
    delegatedType: delegated,
    recovery: 'contact_operator',
  }
}

function missingOf({ id, kind, name, params }: FakeNode): MissingParam[] {
  if (kind !== 'slack.action' || params.operation !== 'post_message') return []
  return ['channel', 'text']
    .filter((param) => params[param] === undefined)
    .map((param) => ({ path: `nodes.${id}.params.${param}`, nodeId: id, message: `${name} needs ${param}.` }))
}
