import { expect, test } from 'vitest'
import { app, gitHubServer, githubAt, held, installation } from './github-at'

const path = '/api/app/installations/42'
const repository = '/api/repos/larkspur/board/installation'
const configure = { kind: 'open', label: 'Configure the installation', url: installation.html_url }

test('an installation with its permissions, on the repository, has nothing wrong with it', async () => {
  const server = await gitHubServer({ [path]: { body: installation }, [repository]: { body: installation } })
  expect(await githubAt(server).diagnose?.(held, { repository: 'larkspur/board' })).toEqual([
    { check: 'scopes', result: 'ok', message: 'The installation has every permission it needs.' },
    { check: 'repository', result: 'ok', message: 'The App is installed on larkspur/board.' },
  ])
})

test.for([
  ['is not on the repository', {}],
  ['is another one there', { [repository]: { body: { ...installation, id: 43 } } }],
] as const)('an installation that %s leads to its settings at GitHub', async ([, answers]) => {
  const server = await gitHubServer({ [path]: { body: installation }, ...answers })
  const [, line] = (await githubAt(server).diagnose?.(held, { repository: 'larkspur/board' })) ?? []
  expect(line).toMatchObject({ check: 'repository', result: 'problem', action: configure })
  expect(line?.message).toContain('larkspur/board')
})

test('a name that would climb out of the address is no repository', async () => {
  const server = await gitHubServer({ [path]: { body: installation }, '/api/app/installation': { body: installation } })
  for (const name of ['../app', 'larkspur/..', './board']) {
    const [, line] = (await githubAt(server).diagnose?.(held, { repository: name })) ?? []
    expect(line).toMatchObject({ check: 'repository', result: 'problem' })
  }
  expect(new Set(server.requests.map((request) => request.path))).toEqual(new Set([path]))
})

test('permissions that are missing are named; who may write may read', async () => {
  const permissions = { issues: 'read', pull_requests: 'write', metadata: 'read' }
  const server = await gitHubServer({ [path]: { body: { ...installation, permissions } } })
  expect(await githubAt(server).diagnose?.(held, {})).toEqual([
    {
      check: 'scopes',
      result: 'problem',
      message: expect.stringContaining('lacks issues:write, contents:read.'),
      action: configure,
    },
  ])
})

test('what GitHub does not answer stays open', async () => {
  const server = await gitHubServer({ [path]: { status: 503 }, [repository]: { body: installation } })
  expect(await githubAt(server).diagnose?.(held, { repository: 'larkspur/board' })).toMatchObject([
    { check: 'scopes', result: 'unknown', message: 'GitHub answered with an error (http_503).' },
    { check: 'repository', result: 'ok' },
  ])
})

test('without the App, or with another one, entering it is what is to be done', async () => {
  const server = await gitHubServer({})
  const other = { ...app, fields: { ...app.fields, appId: '8' } }
  for (const entered of [undefined, other])
    expect(await githubAt(server).diagnose?.({ ...held, app: entered }, { repository: 'larkspur/board' })).toEqual([
      {
        check: 'app',
        result: 'problem',
        message: expect.stringMatching(/^(Enter|This installation).* app /i),
        action: { kind: 'provider_app', label: 'Enter your app' },
      },
    ])
  expect(server.requests).toEqual([])
})
