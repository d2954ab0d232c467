import { expect, test } from 'vitest'
import { signWebhook } from '../../../src-main/engine/webhook/signature'
import { pastedKey } from '../../../src-main/engine/webhook/source-secret'
import { ada, grace, testSession } from '../session-fixture'
import { newVault, unlock } from '../vault/vault-fixture'

const pasted = 'a-sender-own-webhook-secret'
const minute = 60_000

async function madeSource(secret?: string) {
  const running = await testSession()
  const made = await running.session.webhooks.make(ada.actor, 'Shop orders', secret)
  const { id } = made.source
  return {
    ...made,
    id,
    running,
    sign: (body = '{}') => running.session.webhooks.sign(ada.actor, id, body),
    verify: (delivery: Awaited<ReturnType<typeof running.session.webhooks.sign>>) =>
      running.session.webhooks.verify(grace.actor, id, delivery),
  }
}

/** As the sender signs who was given the secret, with a program of their own. */
const signedBy = (secret: string, at: number, id = 'msg_1', body = '{"order":1}') =>
  signWebhook([pastedKey(secret)], { id, timestamp: Math.floor(at / 1000) }, body)

test('a secret made here is told once, and what its sender signs with it verifies, also after unlocking', async () => {
  const { running, secret = '', verify } = await madeSource()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(await verify(signedBy(secret, running.clock.now()))).toBe(true)
  await running.reopen()
  expect(await verify(signedBy(secret, running.clock.now(), 'msg_2'))).toBe(true)
})

test('a pasted secret is used as it is', async () => {
  const { running, secret, verify } = await madeSource(pasted)
  expect(secret).toBeUndefined()
  expect(await verify(signedBy(pasted, running.clock.now()))).toBe(true)
})

test('what a source signs verifies at it, and at no other', async () => {
  const one = await madeSource()
  const other = await one.running.session.webhooks.make(ada.actor, 'Other')
  const delivery = await one.sign('{"a":1}')
  expect(await one.running.session.webhooks.verify(ada.actor, other.source.id, delivery)).toBe(false)
  expect(await one.verify({ ...delivery, body: '{"a":2}' })).toBe(false)
  expect(await one.verify(delivery)).toBe(true)
})

test('keys are derived from a root of the vault: one seed gives one key there, and another key in another vault', async () => {
  const { vault, ports } = await newVault()
  const seed = new Uint8Array(32).fill(1)
  const key = vault.webhookKey(seed)
  expect(key).not.toEqual(seed)
  expect(vault.webhookKey(new Uint8Array(32).fill(2))).not.toEqual(key)
  expect((await newVault()).vault.webhookKey(seed)).not.toEqual(key)
  await vault.close()
  expect(() => vault.webhookKey(seed)).toThrow()
  expect((await unlock(ports)).webhookKey(seed)).toEqual(key)
})

test('each delivery is taken once, of two at once too', async () => {
  const { sign, verify } = await madeSource()
  const delivery = await sign()
  expect((await Promise.all([verify(delivery), verify(delivery)])).filter(Boolean)).toHaveLength(1)
  expect(await verify(delivery)).toBe(false)
})

test('a delivery over five minutes off is not taken, and its id is remembered until it cannot be taken any more', async () => {
  const { running, secret = '', verify } = await madeSource()
  const { clock } = running
  clock.advance(20 * minute)
  const at = clock.now()
  expect(await verify(signedBy(secret, at - 5 * minute - 1000, 'msg_old'))).toBe(false)
  expect(await verify(signedBy(secret, at + 5 * minute + 1000, 'msg_early'))).toBe(false)
  expect(await verify(signedBy(secret, at - 5 * minute, 'msg_late'))).toBe(true)
  const early = signedBy(secret, at + 5 * minute, 'msg_ahead')
  expect(await verify(early)).toBe(true)
  for (let passed = 0; passed < 11; passed++) {
    expect(await verify(early)).toBe(false)
    clock.advance(minute)
  }
})

test('what was taken before a lock is not taken again after it', async () => {
  const { running, sign, verify } = await madeSource()
  const delivery = await sign()
  expect(await verify(delivery)).toBe(true)
  running.clock.advance(1000)
  await running.reopen()
  expect(await verify(delivery)).toBe(false)
})

test('after a rotation both secrets verify for a day, then the new one alone; a second rotation ends the first', async () => {
  const { running, id, secret: first = '', verify } = await madeSource()
  const { clock } = running
  const { secret: second = '' } = await running.session.webhooks.rotate(ada.actor, id)
  const works = async (secret: string) => verify(signedBy(secret, clock.now(), `msg_${Math.random().toString(36).slice(2)}`))
  expect([await works(first), await works(second)]).toEqual([true, true])
  clock.advance(24 * 60 * minute)
  expect([await works(first), await works(second)]).toEqual([false, true])
  await running.session.webhooks.rotate(ada.actor, id, pasted)
  await running.session.webhooks.rotate(ada.actor, id)
  expect([await works(second), await works(pasted)]).toEqual([false, true])
})

test('of two rotations at once neither loses the secret of the other', async () => {
  const { running, id, verify } = await madeSource()
  const { webhooks } = running.session
  const made = await Promise.all([webhooks.rotate(ada.actor, id), webhooks.rotate(ada.actor, id)])
  const works = made.map(({ secret = '' }, index) => verify(signedBy(secret, running.clock.now(), `msg_${index}`)))
  expect(await Promise.all(works)).toEqual([true, true])
})

test.each(['short', '   ', 'whsec_AAAA', 'whsec_not base64 at all, is it'])(
  '%j is refused as a secret, by its field',
  async (secret) => {
    const { session } = await testSession()
    await expect(session.webhooks.make(ada.actor, 'x', secret)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'secret' }] },
    })
  },
)

test('a source is nobody’s to add, change or remove, and is listed only where it is asked for by its type', async () => {
  const { running, id } = await madeSource()
  const { connection, authorization, directory } = running.session.useCases
  const refusals = [
    connection.create(ada, { type: 'webhook_source', fields: {} }),
    connection.replaceFields(ada, { id, fields: {} }),
    connection.rename(ada, { id, name: 'x' }),
    connection.remove(ada, { id }),
    connection.test(ada, { id }),
    connection.diagnose(ada, { id }),
    authorization.add(ada, { type: 'webhook_source' }),
    authorization.reconnect(ada, { id }),
  ]
  const refusal = { code: 'TYPE_NOT_USER_MANAGED', message: expect.stringContaining('Recipes') }
  for (const call of refusals) await expect(call).rejects.toMatchObject(refusal)
  expect((await directory.list(ada, undefined)).map(({ type }) => type)).not.toContain('webhook_source')
  expect(await connection.list(ada, {})).toMatchObject({ items: [], total: 0 })
  expect(await connection.list(ada, { query: 'shop' })).toMatchObject({ items: [], total: 0 })
  expect(await connection.list(ada, { type: 'webhook_source' })).toMatchObject({ items: [{ id }], total: 1 })
})

test('no secret, made or pasted, no key and no seed is in a view, a change, a log line or a file', async () => {
  const { running, id, secret = '' } = await madeSource()
  const { source, secret: second = '' } = await running.session.webhooks.rotate(ada.actor, id)
  await running.session.webhooks.rotate(ada.actor, id, pasted)
  const history = await running.session.useCases.connection.history(ada, { id })
  await running.reopen()
  const said = Buffer.from(JSON.stringify([source, history, running.changes, running.logger.lines]))
  expect(said.includes('Shop orders')).toBe(true)
  for (const text of [secret, second, pasted]) {
    const forms = [Buffer.from(text), Buffer.from(pastedKey(text)), Buffer.from(text.replace('whsec_', '').slice(0, -4))]
    for (const place of [said, ...running.files.contents.values()]) {
      for (const form of forms) expect(Buffer.from(place).includes(form)).toBe(false)
    }
  }
})
