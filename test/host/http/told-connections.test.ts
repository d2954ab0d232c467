import { expect, test } from 'vitest'
import { ChangeCount } from '../../../src-main/engine/connection/change-count'
import { FakeEngine, orgConnectionId, privateConnectionId } from '../../fakes/engine'
import { testServer } from './test-server'

const list = '/api/connect/connections'
const one = `${list}/${orgConnectionId}`

/** A server whose engine says until when its answers hold, and how often it was asked. */
async function countingServer() {
  const engine = new FakeEngine()
  const changes = new ChangeCount()
  const asked: string[] = []
  const { connection } = engine.useCases
  const { texts, text, rename } = connection
  connection.texts = async (context, input) => {
    asked.push('page')
    return { ...(await texts(context, input)), moment: changes.now() }
  }
  connection.text = async (context, input) => {
    asked.push('one')
    return { ...(await text(context, input)), moment: changes.now() }
  }
  connection.rename = async (context, input) => {
    const view = await rename(context, input)
    changes.changed()
    return view
  }
  const server = await testServer({ engine })
  const names = async (path: string, token?: string) => {
    const answer = (await server.call('GET', path, { token })).json()
    return (answer.items ?? [answer]).map(({ name, code }: { name?: string; code?: string }) => name ?? code)
  }
  return { ...server, connection, changes, asked, names }
}

test('a page and its connections are asked of the engine once, until something is applied to the vault', async () => {
  const { asked, names, call } = await countingServer()
  expect(await names(list)).toEqual(await names(list))
  expect(await names(one)).toEqual(['Acme workspace'])
  expect(asked).toEqual(['page'])
  await call('PATCH', one, { body: { name: 'Renamed' } })
  expect([await names(one), await names(list), await names(one)]).toEqual([['Renamed'], ['Renamed', 'Mine'], ['Renamed']])
  expect(asked).toEqual(['page', 'one', 'page'])
})

test('another page is another answer', async () => {
  const { asked, names } = await countingServer()
  for (const query of ['', '?limit=5', '?limit=50', '?query=a', '?limit=5']) await names(list + query)
  // 50 is what a page holds unless it is said.
  expect(asked).toHaveLength(3)
})

test('what was told to one is not told to another: a private connection stays unknown', async () => {
  const { names, teammateToken } = await countingServer()
  const mine = `${list}/${privateConnectionId}`
  expect([await names(list), await names(mine)]).toEqual([['Acme workspace', 'Mine'], ['Mine']])
  expect(await names(mine, teammateToken)).toEqual(['NOT_FOUND'])
  expect(await names(list, teammateToken)).toEqual(['Acme workspace'])
  expect(await names(mine)).toEqual(['Mine'])
})

test('nothing that was told outlives the lock, nor what is still being asked when it comes', async () => {
  const { engine, connection, asked, names } = await countingServer()
  await names(one)
  const { text } = connection
  const lockMeanwhile = async () => {
    await engine.lock()
    await engine.unlock({ password: 'correct horse' })
    engine.connections.delete(orgConnectionId)
  }
  connection.text = async (context, input) => {
    const answer = await text(context, input)
    await lockMeanwhile()
    return answer
  }
  await names(`${list}/${privateConnectionId}`)
  connection.text = text
  expect(await names(one)).toEqual(['NOT_FOUND'])
  engine.connections.delete(privateConnectionId)
  expect(await names(`${list}/${privateConnectionId}`)).toEqual(['NOT_FOUND'])
  expect(asked).toEqual(['one', 'one', 'one', 'one'])
})

test('while the vault is locked, what was told before is refused like everything', async () => {
  const { engine, names } = await countingServer()
  await names(list)
  await engine.lock()
  expect([await names(list), await names(one)]).toEqual([['VAULT_LOCKED'], ['VAULT_LOCKED']])
})

test('a page that is still being asked when the lock comes is not told again after it, by whatever query', async () => {
  const { engine, connection, asked, names } = await countingServer()
  const { texts } = connection
  connection.texts = async (context, input) => {
    const answer = await texts(context, input)
    await engine.lock()
    await engine.unlock({ password: 'correct horse' })
    // By then there is something to be told again from.
    await names(one)
    engine.connections.delete(orgConnectionId)
    return answer
  }
  await names(`${list}?limit=5`)
  connection.texts = texts
  expect(await names(`${list}?limit=5`)).toEqual(['Mine'])
  expect(asked.filter((what) => what === 'page')).toHaveLength(2)
})

test('what a request says beside what was asked before is judged as ever', async () => {
  const { names, call } = await countingServer()
  await names(list)
  await names(one)
  expect(await names(`${one}?surprise=1`)).toEqual(['INVALID_INPUT'])
  expect(await names(`${list}?surprise=1`)).toEqual(['INVALID_INPUT'])
  expect((await call('GET', one, { token: 'nobody-knows-it' })).status).toBe(401)
})
