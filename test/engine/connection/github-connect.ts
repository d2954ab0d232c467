import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve } from '../../demo/consent'
import { ada, follow, type TestEngine } from './engine-fixture'

type Running = Pick<TestEngine, 'engine'>

/** Installs the App by the first button of GitHub's page, or the one that contains `button`, and follows it back. */
export async function authorizeGitHub({ engine }: Running, button?: string, context = ada): Promise<AuthorizationView> {
  const { authorizationUrl } = await engine.useCases.authorization.add(context, { type: 'githubApi' })
  return follow(engine, await approve(authorizationUrl, button), 'githubApi')
}

export async function reconnectGitHub({ engine }: Running, id: ConnectionId, button?: string): Promise<AuthorizationView> {
  const { authorizationUrl } = await engine.useCases.authorization.reconnect(ada, { id })
  return follow(engine, await approve(authorizationUrl, button), 'githubApi')
}

/** The same, where it must end in a connection. */
export async function connectGitHub(running: Running, button?: string): Promise<ConnectionView> {
  const { connectionId, status } = await authorizeGitHub(running, button)
  if (connectionId === undefined || status !== 'completed') throw new Error(`not connected: ${status}`)
  return running.engine.useCases.connection.get(ada, { id: connectionId })
}
