import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import type { Json } from '../../../src-shared/domain/recipe/json'
import { approve } from '../../demo/consent'
import { ada, follow } from '../connection/engine-fixture'
import { connectGitHub } from '../connection/github-connect'
import { idOf, type PassportEngine, startPassportEngine } from '../connection/passport-fixture'
import { nodeOf, type RecipeIn } from './run-session'

/** Against the demo platform itself: what a run does there is asked of the provider, not of the run. */
let running: PassportEngine
let connections: { slack: ConnectionId; github: ConnectionId; passport: ConnectionId }

beforeAll(async () => {
  running = await startPassportEngine()
  const { useCases } = running.engine
  const { authorizationUrl } = await useCases.authorization.add(ada, { type: 'slackApi' })
  connections = {
    slack: idOf(await follow(running.engine, await approve(authorizationUrl))),
    github: (await connectGitHub(running)).id,
    passport: idOf(await running.add()),
  }
  const content = JSON.stringify({ format: 1, ...running.demo.operator })
  await useCases.operator.provision(ada, { kind: 'content', trusted: true, content })
})

afterAll(() => running.stop())

async function ran(
  { nodes, edges = [] }: RecipeIn,
  bindings: Record<string, ConnectionId>,
  input: { [name: string]: Json } = {},
) {
  const { recipe, deployment } = running.engine.useCases
  const whole = nodes.map((node) => ({ name: node.id, params: {}, ...node }))
  const { id } = await recipe.import(ada, { format: 1, name: 'A recipe', nodes: whole, edges } as never)
  for (const [nodeId, connectionId] of Object.entries(bindings)) await recipe.choose(ada, { id, nodeId, connectionId })
  const { id: deployed } = await deployment.deploy(ada, { id })
  return deployment.run(ada, { id: deployed, input })
}

/** A provider, asked with what requests of the connection carry. */
async function asked(id: ConnectionId, url: string, init: RequestInit = {}): Promise<unknown> {
  const { headers } = await running.resolve(ada.actor, id)
  return (await fetch(url, { ...init, headers: { ...headers, ...init.headers } })).json()
}

const start = { id: 'start', kind: 'manual.trigger' as const }

test('an issue is opened and commented on, and a message says so in the channel', async () => {
  const listed = await ran(
    { nodes: [{ id: 'list', kind: 'github.action', params: { operation: 'list_repositories' } }] },
    { list: connections.github },
  )
  const { repositories } = nodeOf(listed, 'list').output as { repositories: { fullName: string }[] }
  const repository = repositories[0]?.fullName ?? ''
  const done = await ran(
    {
      nodes: [
        start,
        {
          id: 'issue',
          kind: 'github.action',
          params: { operation: 'create_issue', repository, title: 'Part {{nodes.start.output.part}}', body: 'As asked' },
        },
        {
          id: 'comment',
          kind: 'github.action',
          params: { operation: 'comment', repository, number: '{{nodes.issue.output.number}}', body: 'Seen' },
        },
        {
          id: 'post',
          kind: 'slack.action',
          params: { operation: 'post_message', channel: '#general', text: 'Opened {{nodes.issue.output.url}}' },
        },
      ],
      edges: [
        { from: 'start', to: 'issue' },
        { from: 'issue', to: 'comment' },
        { from: 'comment', to: 'post' },
      ],
    },
    { issue: connections.github, comment: connections.github, post: connections.slack },
    { part: 'NE555' },
  )
  expect(done).toMatchObject({ status: 'succeeded', failedNode: null })
  const issue = nodeOf(done, 'issue').output as { number: number; url: string }
  const apiUrl = running.demo.endpoints.githubApi?.apiUrl ?? ''
  const at = `${apiUrl}repos/${repository}/issues/${issue.number}`
  expect(await asked(connections.github, at)).toMatchObject({ title: 'Part NE555', body: 'As asked' })
  expect(await asked(connections.github, `${at}/comments`)).toMatchObject([{ body: 'Seen' }])
  const history = await asked(connections.slack, `${running.demo.endpoints.slackApi?.apiUrl}conversations.history`, {
    method: 'POST',
    body: new URLSearchParams({ channel: (nodeOf(done, 'post').output as { channel: string }).channel }),
  })
  expect(history).toMatchObject({ messages: expect.arrayContaining([expect.objectContaining({ text: `Opened ${issue.url}` })]) })
  const read = await ran(
    { nodes: [{ id: 'read', kind: 'slack.action', params: { operation: 'read_messages', channel: 'general' } }] },
    { read: connections.slack },
  )
  expect(JSON.stringify(nodeOf(read, 'read').output)).toContain(issue.url)
})

test('errors are told in the words of Slack and of GitHub', async () => {
  const posting = { operation: 'post_message', channel: 'C0ABSENT00', text: 'x' }
  const slack = await ran({ nodes: [{ id: 'post', kind: 'slack.action', params: posting }] }, { post: connections.slack })
  expect(nodeOf(slack, 'post').error).toMatchObject({ code: 'PROVIDER_ERROR', providerError: 'channel_not_found' })
  const opening = { operation: 'create_issue', repository: 'nobody/nothing', title: 'x' }
  const github = await ran({ nodes: [{ id: 'open', kind: 'github.action', params: opening }] }, { open: connections.github })
  expect(nodeOf(github, 'open').error).toMatchObject({
    code: 'PROVIDER_ERROR',
    providerError: 'Not Found',
    recovery: 'edit_input',
  })
})

test('a part’s files are made, shared and sent to the desktop, on behalf of the Passport’s owner', async () => {
  const done = await ran(
    {
      nodes: [
        { id: 'library', kind: 'library', params: { part: 'LM358DR' } },
        { id: 'step', kind: 'library', params: { part: 'LM358DR', format: 'step' } },
        { id: 'schematic', kind: 'schematic', params: { part: 'LM358DR' } },
        { id: 'share', kind: 'share_link', params: { asset: '{{nodes.library.output.assets.0.id}}', expiresInHours: 1 } },
        { id: 'send', kind: 'send_to_desktop', params: { asset: '{{nodes.step.output.assets.0.id}}', fileName: 'part.step' } },
      ],
      edges: [
        { from: 'library', to: 'step' },
        { from: 'step', to: 'schematic' },
        { from: 'schematic', to: 'share' },
        { from: 'share', to: 'send' },
      ],
    },
    Object.fromEntries(['library', 'step', 'schematic', 'share', 'send'].map((id) => [id, connections.passport])),
  )
  expect(done.nodes.map(({ error }) => error)).toEqual(done.nodes.map(() => null))
  const { assets } = nodeOf(done, 'library').output as { assets: { sha256: string }[] }
  const { url } = nodeOf(done, 'share').output as { url: string }
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(assets[0]?.sha256)
  expect(nodeOf(done, 'send').output).toMatchObject({
    id: expect.any(String),
    state: expect.stringMatching(/^(waiting|announced)$/),
  })
  const unknown = await ran(
    { nodes: [{ id: 'library', kind: 'library', params: { part: 'no such part!' } }] },
    { library: connections.passport },
  )
  expect(nodeOf(unknown, 'library').error?.providerError).toMatch(/^(part_not_found|invalid_request)$/)
})

test('a reconnect asks for fewer scopes where that is wanted, and for no others', async () => {
  const { authorization, connection } = running.engine.useCases
  const scopes = ['chat:write', 'channels:read']
  const { authorizationUrl } = await authorization.reconnect(ada, { id: connections.slack, scopes })
  expect(new URL(authorizationUrl).searchParams.get('scope')?.split(',').sort()).toEqual([...scopes].sort())
  await follow(running.engine, await approve(authorizationUrl))
  expect([...(await connection.get(ada, { id: connections.slack })).scopes].sort()).toEqual([...scopes].sort())
  await expect(authorization.reconnect(ada, { id: connections.slack, scopes: ['admin'] })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { fields: [{ path: 'scopes.0' }] },
  })
})
