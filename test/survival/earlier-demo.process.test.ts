import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AuthorizationView, StartedAuthorization } from '../../src-shared/contract/authorization'
import { approve } from '../demo/consent'
import { parentFolder, spawnServe } from '../host/serve/serve-process'
import { httpApi } from './api'

async function startDemo(data: string) {
  const { child, ready, ended, output } = spawnServe('--demo', '--data', data, '--json', '--no-open')
  const { demo, ...rest } = await ready()
  const api = await httpApi(rest)
  return {
    password: demo?.vaultPassword,
    signingSecret: demo?.slackSigningSecret,
    api,
    /** Adds a connection, from the consent page to the end. */
    async connect(type: string): Promise<AuthorizationView> {
      const { authorizationUrl, authorizationId } = await api.call<StartedAuthorization>(
        'POST',
        `/connect/types/${type}/authorizations`,
      )
      await fetch(await approve(authorizationUrl))
      return api.call('GET', `/connect/authorizations/${authorizationId}`)
    },
    /** Ends it; answers what it said that is no log. */
    async stop(): Promise<string[]> {
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
      return output.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
    },
  }
}

test('a demo whose vault is older than its seed says that its password is not known, and goes on with secrets that are new', async () => {
  const data = join(await parentFolder(), 'data')
  const types = ['slackApi', 'googleApi', 'githubApi']
  const first = await startDemo(data)
  for (const type of types) expect(await first.connect(type)).toMatchObject({ status: 'completed' })
  expect(await first.stop()).toEqual([])
  // As earlier versions left it: other secrets in the vault, and no seed.
  await rm(join(data, 'demo', 'seed.json'))

  const second = await startDemo(data)
  expect(second.password).toBe('')
  expect(second.signingSecret).not.toBe(first.signingSecret)
  await second.api.call('POST', '/vault/unlock', { password: first.password })
  const connections = (await second.api.list()).filter(({ type }) => types.includes(type))
  expect(connections).toHaveLength(types.length)
  for (const { id, type } of connections)
    expect(await second.api.call('POST', `/connect/connections/${id}/test`), type).toMatchObject({ result: 'success' })
  // Each code is exchanged with the client secret that is good now.
  for (const type of types) expect(await second.connect(type)).toMatchObject({ status: 'account_exists' })
  expect(await second.stop()).toEqual([expect.stringContaining('its password is not known')])

  const third = await startDemo(data)
  expect([third.password, third.signingSecret]).toEqual(['', second.signingSecret])
  await third.stop()
})
