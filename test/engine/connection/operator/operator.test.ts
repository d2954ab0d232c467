import { expect, test } from 'vitest'
import { Subject } from '../../../../src-shared/domain/identifiers'
import { operatorConfig } from '../../provider/managed/operator-entries'
import { ada, grace, type TestSession, testSession } from '../../session-fixture'

const organisation = { subject: Subject.parse('org_test'), label: 'Your organisation', org: 'org_test', owner: false }
const secret = 'the-operators-client-secret'
const newOrigin = 'https://new.example'

/** A session, told what the operator's file says. */
async function provisioned(config?: object) {
  const running = await testSession()
  const provision = (statement: object, trusted = false) =>
    running.session.useCases.operator.provision(
      { actor: organisation, callbackOrigin: '' },
      { kind: 'content', content: JSON.stringify(statement), trusted },
    )
  const type = async (key: 'serviceApi' | 'neurocadDesktopApi' | 'slackApi' = 'serviceApi') =>
    (await running.session.useCases.directory.type(grace, { type: key })).operator
  const all = async () => (await running.session.useCases.connection.list(grace, { type: 'serviceApi' })).items
  const pills = async () => {
    const cards = await running.session.useCases.directory.list(grace, undefined)
    return cards.filter(({ managed }) => managed).map(({ pill }) => pill.kind)
  }
  const only = async () => {
    const [connection, ...others] = (await all()).filter(({ status }) => status !== 'revoked')
    if (!connection || others.length > 0) throw new Error('not exactly one connection')
    return connection
  }
  const kinds = async () => {
    const { id } = await only()
    const { items } = await running.session.useCases.connection.history(ada, { id })
    return items.map(({ kind }) => kind)
  }
  /** What a token would be asked for with. */
  const secretInForce = async () => {
    const asked: string[] = []
    const { id } = await only()
    running.network.answer = async (url, init) => {
      const form = new URLSearchParams(String(init.body))
      asked.push(url, `${form.get('client_id')}:${form.get('client_secret')}`)
      return Response.json({ access_token: 'minted-token', token_type: 'Bearer', expires_in: 600 })
    }
    await running.session.resolve(ada.actor, id)
    return asked
  }
  const confirm = (hosts: string[]) => running.session.useCases.directory.confirm(ada, { type: 'serviceApi', hosts })
  if (config) await provision(config)
  return { running, provision, type, all, pills, only, kinds, secretInForce, confirm }
}

const lastChanges = ({ changes }: TestSession) => changes.splice(0).map(({ event }) => event.kind)
const withoutSecret = (change: object = {}, origin?: string) => operatorConfig({ clientSecret: undefined, ...change }, origin)

test('what the file states is provisioned for the organisation, for everyone to see', async () => {
  const { running, pills, only, provision } = await provisioned()
  expect(await pills()).toEqual(['not_provisioned', 'not_provisioned'])
  await provision(operatorConfig())
  expect(await pills()).toEqual(['managed', 'managed'])
  expect(await only()).toMatchObject({
    type: 'serviceApi',
    managed: true,
    visibility: 'org',
    status: 'active',
    statusReason: 'provisioned',
    owner: { subject: 'org_test' },
    scopes: ['eda', 'mechanical'],
    details: { edaUrl: 'https://neurocad.example/eda/', clientId: 'connect-service' },
  })
  expect(lastChanges(running)).toEqual(['connection', 'connection'])
})

test('the same file again writes nothing, also after unlocking', async () => {
  const { running, provision, only } = await provisioned(operatorConfig())
  const { id, version } = await only()
  const size = () => running.files.contents.get('journal-1')?.length
  await running.reopen()
  const before = size()
  lastChanges(running)
  await provision(operatorConfig())
  await provision(withoutSecret())
  expect([size(), lastChanges(running)]).toEqual([before, []])
  expect(await only()).toMatchObject({ id, version })
})

test('what differs is changed under the same id, and the secret may have left the file by then', async () => {
  const { provision, only, kinds, secretInForce, running } = await provisioned(operatorConfig())
  const { id } = await only()
  await provision(withoutSecret({ clientId: 'another-client', scopes: ['eda'] }))
  expect(await only()).toMatchObject({ id, account: { id: 'another-client' }, scopes: ['eda'], statusReason: 'provisioned' })
  expect(await kinds()).toEqual(['reprovisioned', 'added'])
  await running.reopen()
  expect(await secretInForce()).toEqual(['https://neurocad.example/oauth2/token', `another-client:${secret}`])
})

test('a token that was made with what changed is not used any more', async () => {
  const { running, provision, secretInForce } = await provisioned(operatorConfig())
  expect(await secretInForce()).toHaveLength(2)
  expect(await secretInForce()).toEqual([])
  running.clock.advance(1)
  await provision(operatorConfig({ clientSecret: 'rotated-secret' }))
  expect(await secretInForce()).toEqual([expect.any(String), 'connect-service:rotated-secret'])
})

test('without a secret, now or ever, the field is named and the other type is provisioned all the same', async () => {
  const { type, pills, provision } = await provisioned(withoutSecret())
  expect((await type())?.problem).toContain('serviceApi.clientSecret must be there')
  expect(await type('neurocadDesktopApi')).toEqual({ problem: null, pendingHosts: [] })
  expect(await pills()).toEqual(['not_provisioned', 'managed'])
  await provision(operatorConfig())
  expect([await type(), await pills()]).toEqual([{ problem: null, pendingHosts: [] }, ['managed', 'managed']])
})

test('an entry that is gone is withdrawn and its secret erased; stated again, it is another connection', async () => {
  const { running, provision, only, all, pills, type } = await provisioned(operatorConfig())
  const { id } = await only()
  const { neurocadDesktopApi } = operatorConfig()
  await provision({ format: 1, neurocadDesktopApi })
  expect(await all()).toMatchObject([{ id, status: 'revoked', statusReason: 'withdrawn_by_operator' }])
  expect(await pills()).toEqual(['not_provisioned', 'managed'])
  await expect(running.session.resolve(ada.actor, id)).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  await provision(withoutSecret())
  expect((await type())?.problem).toContain('clientSecret')
  await provision(operatorConfig())
  expect((await only()).id).not.toBe(id)
})

test('a file that is not there withdraws nothing', async () => {
  const { running, pills } = await provisioned(operatorConfig())
  await running.session.useCases.operator.provision({ actor: organisation, callbackOrigin: '' }, { kind: 'absent' })
  expect(await pills()).toEqual(['managed', 'managed'])
})

test('a broken file changes nothing, is told on both types and in the log once, and is mended by a good one', async () => {
  const { running, provision, type, pills, only } = await provisioned(operatorConfig())
  const { version } = await only()
  lastChanges(running)
  for (let again = 0; again < 2; again++) await provision(operatorConfig({ edaUrl: 'http://eda.example/' }))
  for (const key of ['serviceApi', 'neurocadDesktopApi'] as const)
    expect((await type(key))?.problem).toContain('serviceApi.edaUrl')
  expect(await type('slackApi')).toBeNull()
  expect([lastChanges(running), await pills(), (await only()).version]).toEqual([
    ['type', 'type'],
    ['managed', 'managed'],
    version,
  ])
  expect(running.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(2)
  const unreadable = { kind: 'unreadable', problem: 'operator.json is not used: it has mode 0644' } as const
  await running.session.useCases.operator.provision({ actor: organisation, callbackOrigin: '' }, unreadable)
  expect(await type()).toEqual({ problem: unreadable.problem, pendingHosts: [] })
  await provision(operatorConfig())
  expect(await type()).toEqual({ problem: null, pendingHosts: [] })
})

test('a changed host waits: the old one stays in force, and nothing is sent to the new one before the owner confirms it', async () => {
  const { running, provision, type, only, secretInForce, confirm, kinds } = await provisioned(operatorConfig())
  const before = await only()
  lastChanges(running)
  await provision(operatorConfig({ tokenUrl: `${newOrigin}/token`, clientSecret: 'the-new-secret' }))
  expect(lastChanges(running)).toContain('type')
  expect(await type()).toEqual({ problem: null, pendingHosts: [newOrigin] })
  expect((await only()).details).toEqual(before.details)
  expect(await secretInForce()).toEqual(['https://neurocad.example/oauth2/token', `connect-service:${secret}`])
  // Sealed on reading: the file need not have it any more, nor the session last.
  await running.reopen()
  await provision(withoutSecret({ tokenUrl: `${newOrigin}/token` }))
  for (const hosts of [['https://other.example'], [newOrigin, 'https://neurocad.example'], [`${newOrigin}/`]])
    await expect(confirm(hosts)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  expect((await confirm([newOrigin])).operator).toEqual({ problem: null, pendingHosts: [] })
  expect(await secretInForce()).toEqual([`${newOrigin}/token`, 'connect-service:the-new-secret'])
  expect((await only()).id).toBe(before.id)
  expect((await kinds())[0]).toBe('reprovisioned')
  await expect(confirm([newOrigin])).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
})

test('hosts that changed once more are not the ones that were confirmed', async () => {
  const { provision, type, only, confirm } = await provisioned(operatorConfig())
  await provision(operatorConfig({}, newOrigin))
  expect(await type()).toMatchObject({ pendingHosts: [newOrigin] })
  expect(await type('neurocadDesktopApi')).toMatchObject({ pendingHosts: [newOrigin] })
  await provision(operatorConfig({ edaUrl: 'https://eda.evil.example/' }, newOrigin))
  await expect(confirm([newOrigin])).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  expect((await type())?.pendingHosts).toEqual([newOrigin, 'https://eda.evil.example'])
  expect((await only()).details.edaUrl).toBe('https://neurocad.example/eda/')
  await provision(operatorConfig())
  expect(await type()).toEqual({ problem: null, pendingHosts: [] })
})

test('what the program itself provides needs no confirmation', async () => {
  const { provision, only, type } = await provisioned(operatorConfig())
  await provision(operatorConfig({}, newOrigin), true)
  expect((await only()).details.edaUrl).toBe(`${newOrigin}/eda/`)
  expect(await type()).toEqual({ problem: null, pendingHosts: [] })
})

test('a client that its server refused is whole again, under its id, as soon as the operator states another secret', async () => {
  const { running, provision, only } = await provisioned(operatorConfig())
  const { id } = await only()
  running.network.answer = async () => Response.json({ error: 'invalid_client' }, { status: 401 })
  await expect(running.session.resolve(ada.actor, id)).rejects.toBeDefined()
  expect(await only()).toMatchObject({ id, status: 'error' })
  await provision(operatorConfig({ clientSecret: 'mended-secret' }))
  expect(await only()).toMatchObject({ id, status: 'active' })
})

test('neither client secret nor token is in any view, change, log line or file of the vault', async () => {
  const { running, provision, only, secretInForce, type } = await provisioned(operatorConfig())
  await provision(operatorConfig({ tokenUrl: `${newOrigin}/token`, clientSecret: 'the-waiting-secret' }))
  await provision({ ...operatorConfig(), more: secret })
  const said: unknown[] = [await type(), await only(), await secretInForce().then(() => only())]
  const { id } = await only()
  said.push(await running.session.useCases.connection.history(ada, { id }))
  await provision({ format: 1 })
  await running.reopen()
  const told = Buffer.from(JSON.stringify([said, running.changes, running.logger.lines]))
  expect(told.includes('connect-service')).toBe(true)
  for (const text of [secret, 'the-waiting-secret', 'minted-token']) {
    for (const place of [told, ...running.files.contents.values()]) {
      for (const form of [text, Buffer.from(text).toString('base64').slice(0, -4), Buffer.from(text).toString('hex')])
        expect(Buffer.from(place).includes(form), `${text} leaked`).toBe(false)
    }
  }
})
