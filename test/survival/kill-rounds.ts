import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect } from 'vitest'
import type { AuthorizationView, StartedAuthorization } from '../../src-shared/contract/authorization'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { approve } from '../demo/consent'
import { deferred } from '../fakes/deferred'
import { parentFolder, spawnServe } from '../host/serve/serve-process'
import { httpApi } from './api'

type Api = Awaited<ReturnType<typeof httpApi>>

/** What the server has acknowledged so far, and what was sent and may or may not have happened. */
interface Expected {
  names: Map<string, string>
  maybeNames: Map<string, Set<string>>
  removed: Set<string>
  clients: Set<string>
}

/**
 * SIGKILL right after acknowledged commands, at random moments: nothing acknowledged is missing afterwards.
 * Each round starts `serve` on the same folder, checks what the last one left, and sends commands until it is killed.
 */
export async function surviveKills(rounds: number): Promise<number> {
  const data = join(await parentFolder(), 'data')
  const expected: Expected = { names: new Map(), maybeNames: new Map(), removed: new Set(), clients: new Set() }
  let acknowledged = 0
  for (let round = 0; round <= rounds; round++) {
    const serve = spawnServe('--demo', '--data', data, '--json', '--no-open')
    const ready = await serve.ready()
    const api = await httpApi(ready)
    await api.call('POST', '/vault/unlock', { password: ready.demo?.vaultPassword })
    await check(api, expected)
    if (round === rounds) break
    const enough = deferred()
    let left = randomInt(1, 25)
    const commands = sendCommands(api, expected, round, () => {
      acknowledged++
      if (--left === 0) enough.resolve()
    })
    await Promise.race([enough.promise, commands])
    // In every other round at once; else wherever the commands, and a compaction, have come to by then.
    if (round % 2 === 1) await after(randomInt(1, 30))
    serve.child.kill('SIGKILL')
    await serve.ended
    await commands
  }
  return acknowledged
}

async function check(api: Api, expected: Expected): Promise<void> {
  const connections = new Map((await api.list()).map((view) => [view.id as string, view]))
  for (const [id, name] of expected.names) {
    const found = connections.get(id)
    expect(found, `connection ${id} is there`).toBeDefined()
    // A command that was cut off may have happened; one that was acknowledged before it must not be undone by anything else.
    const possible = [name, ...(expected.maybeNames.get(id) ?? [])]
    expect(possible, `name of ${id}`).toContain(found?.name)
    if (expected.removed.has(id)) expect(found?.status).toBe('revoked')
    expected.names.set(id, found?.name ?? name)
  }
  const clients = await api.call<{ id: string }[]>('GET', '/clients')
  for (const id of expected.clients) expect(clients.map((client) => client.id)).toContain(id)
  expected.maybeNames.clear()
}

/** Sends until the server is gone. Each stream notes what it sends before, and what was acknowledged after. */
async function sendCommands(api: Api, expected: Expected, round: number, acknowledged: () => void): Promise<void> {
  const until = async (step: () => Promise<void>) => {
    try {
      for (;;) await step()
    } catch (error) {
      // The connection broke: that is the kill. Anything the server answered is a failure of the test.
      if (!(error instanceof TypeError)) throw error
    }
  }
  let turn = 0
  const live = [...expected.names.keys()].filter((id) => !expected.removed.has(id))
  const renames = live.slice(0, 3).map((id) =>
    until(async () => {
      const name = `Round ${round} turn ${turn++}`
      const maybe = expected.maybeNames.get(id) ?? new Set()
      expected.maybeNames.set(id, maybe.add(name))
      await api.call('PATCH', `/connect/connections/${id}`, { name })
      expected.names.set(id, name)
      expected.maybeNames.set(id, new Set())
      acknowledged()
    }),
  )
  const addsAndRemovals = until(async () => {
    const id = await add(api)
    expected.names.set(id.id, id.name)
    acknowledged()
    const old = [...expected.names.keys()].filter((candidate) => !expected.removed.has(candidate))
    const [victim] = old.length > 6 ? old.slice(3) : []
    if (!victim) return
    await api.call('DELETE', `/connect/connections/${victim}`)
    expected.removed.add(victim)
    acknowledged()
  })
  const clients = until(async () => {
    const { id } = await api.call<{ id: string }>('POST', '/clients', { name: `script ${round}` })
    expected.clients.add(id)
    acknowledged()
    await after(20)
  })
  await Promise.all([...renames, addsAndRemovals, clients])
}

/** Authorizes at the demo's Slack and keeps it as a connection of its own. */
async function add(api: Api): Promise<{ id: string; name: string }> {
  const started = await api.call<StartedAuthorization>('POST', '/connect/types/slackApi/authorizations')
  const url = await approve(started.authorizationUrl)
  const path = `/connect/authorizations/${started.authorizationId}`
  let done = await api.call<AuthorizationView>('POST', `${path}/callback`, { url })
  if (done.status === 'account_exists')
    done = await api.call<AuthorizationView>('POST', `${path}/resolution`, { choice: 'keep_as_new' })
  expect(done.status).toBe('completed')
  const view = await api.call<ConnectionView>('GET', `/connect/connections/${done.connectionId}`)
  return { id: view.id, name: view.name }
}
