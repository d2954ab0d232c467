import { expect, test } from 'vitest'
import { procedureRoutes } from '../../../src-main/host/http/procedure-routes'
import { connectionView, FakeEngine, orgConnectionId, privateConnectionId } from '../../fakes/engine'
import { testServer } from './test-server'
import { type Asked, ask, asTold, twoWays } from './two-ways'

const one = `/api/connect/connections/${orgConnectionId}`
const list = '/api/connect/connections'

const filled = (path: string, value: string) => path.replaceAll(/\{\w+\}/g, value)
/** The one stream never ends, and the one file is no JSON. */
const comparable = procedureRoutes.filter(({ name }) => name !== 'event.stream' && name !== 'import.upload')

test('each procedure answers directly what it answers in the general way: as it should be called, and as it should not', async () => {
  const { both } = await twoWays()
  for (const { method, path } of comparable) {
    // It would end what the others need.
    if (path === '/api/vault/lock') continue
    const bodies =
      method === 'GET' ? [undefined] : [undefined, '{}', '{"nonsense":1}', '{"id":"x","type":"y"}', 'null', '[]', '{']
    for (const value of [orgConnectionId, 'slackApi', 'x'])
      for (const body of bodies) {
        const [fast, general] = await both({ method, path: filled(path, value), body })
        expect([method, path, value, body, fast]).toEqual([method, path, value, body, general])
      }
  }
})

const queries = [
  ...[
    '',
    '?',
    '??',
    '?limit=5',
    '?limit=',
    '?limit=0',
    '?limit=05',
    '?limit=1e2',
    '?limit=%35',
    '?limit=1&limit=2',
    '?limit',
    '?=5',
  ],
  ...[
    '?query=a+b',
    '?query=%E5%90%8D',
    '?query=%FF',
    '?query=%',
    '?query=名',
    '?query[]=a',
    '?query[a]=b',
    '?query%5Ba%5D=b',
    '?0=1',
  ],
  ...[
    '?__proto__=1',
    '?__proto__[limit]=1',
    '?__proto__%5Blimit%5D=1',
    '?constructor=1',
    '?toString=1',
    '?id=x',
    '?type=slackApi',
  ],
  ...[
    '?status=odd&colour=red',
    '?limit=5#limit=6',
    '?limit=5&',
    '?&limit=5',
    '?limit=5;',
    '?cursor=nonsense',
    "?query='",
    '?query="',
  ],
]

test.each(queries)('the query %j is read as in the general way', async (query) => {
  const { both } = await twoWays()
  for (const path of [list, one, `${one}/history`, '/api/health', '/api/connect/directory']) {
    const [fast, general] = await both({ path: Buffer.from(path + query).toString('latin1') })
    expect([path, fast]).toEqual([path, general])
  }
  const [fast, general] = await both({ method: 'PATCH', path: Buffer.from(one + query).toString('latin1'), body: '{"name":"x"}' })
  expect(fast).toEqual(general)
})

const paths = [
  ...[
    '/api/health/',
    '//api/health',
    '/api//health',
    '/api/./health',
    '/api/x/../health',
    '/api/%68ealth',
    '/API/health',
    '/api/health%00',
  ],
  ...[
    `${one}/`,
    `${list}/%63red`,
    `${list}/..`,
    `${list}/%2e%2e`,
    `${list}/a%2Fb`,
    `${list}/x.y`,
    `${list}/*`,
    `${list}/:id`,
    `${list}/{id}`,
  ],
  ...[
    `${list}/__proto__`,
    `${list}/constructor`,
    `${list}/${privateConnectionId}`,
    `${list}/x%FF`,
    '/api/connect/\\connections',
    '*',
  ],
]

test.each(paths)('the path %j is found, or not, as in the general way', async (path) => {
  const { both } = await twoWays()
  for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    const [fast, general] = await both({ method, path })
    expect([method, fast]).toEqual([method, general])
  }
})

const bodies: [string, string | Buffer][] = [
  ...['', ' ', 'null', '0', '"x"', '[{"name":"x"}]', '{"name":"x"', '{"name":"x"}x', '{"name":"x","name":"y"}'].map(named),
  ...['{"name":"x","__proto__":{"version":9}}', '{"__proto__":"x"}', '{"name":"x","constructor":{}}', '{"toString":1}'].map(
    named,
  ),
  ...['{"name":"x","id":"other"}', `{"name":"x","id":"${orgConnectionId}"}`, '{"name":"x","credentials":{}}'].map(named),
  ...['{"name":"\\ud800"}', '{"name":"Zoë"}', '{"name":"x","version":2}', '{"name":"x","version":3}', '{"name":null}'].map(named),
  ['a byte order mark', Buffer.from('\ufeff{"name":"x"}')],
  ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['1 MiB', `{"name":"x"${' '.repeat(1024 * 1024 - 12)}}`],
  ['more than 1 MiB', `{"name":"x"${' '.repeat(1024 * 1024 - 11)}}`],
]
function named(body: string): [string, string] {
  return [JSON.stringify(body), body]
}

test.each(bodies)('the body %s is read as in the general way', async (_, body) => {
  const { both } = await twoWays()
  for (const headers of [
    [],
    ['Transfer-Encoding', 'chunked'],
    ['content-type', 'text/plain'],
    ['Content-Type', 'APPLICATION/JSON ; x'],
  ])
    for (const method of ['PATCH', 'DELETE', 'GET']) {
      const [fast, general] = await both({ method, path: one, headers, body })
      expect([method, headers, fast]).toEqual([method, headers, general])
    }
})

const headers = [
  ...[
    ['If-Match', '"2"'],
    ['If-Match', '"3"'],
    ['if-match', '"3"', 'IF-MATCH', '"2"'],
    ['If-Match', ''],
    ['If-Match', '*'],
  ],
  ...[
    ['Authorization', 'Bearer x'],
    ['Authorization', ''],
    ['authorization', 'Basic eDp5'],
    ['Sec-Fetch-Site', 'same-origin'],
  ],
  ...[
    ['Origin', 'https://evil.test'],

    ['Content-Type', 'application/json'],
    ['Last-Event-ID', '1'],
  ],
  ...[
    ['Connection', 'close'],
    ['Expect', '100-continue'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['Upgrade', 'x', 'Connection', 'upgrade'],
  ],
]

test.each(headers.map((each) => [each]))('the headers %j mean what they mean in the general way', async (extra) => {
  const { both, fast, general } = await twoWays()
  for (const token of [undefined, '', 'wrong', fast.teammateToken]) {
    const method = 'PATCH'
    const body = '{"name":"x"}'
    const each = (server: typeof fast) => (token === fast.teammateToken ? server.teammateToken : token)
    const asked = { method, path: one, headers: extra, body }
    const answers = [await ask(fast, { ...asked, token: each(fast) }), await ask(general, { ...asked, token: each(general) })]
    expect(answers[0]).toEqual(answers[1])
  }
  const [read, other] = await both({ path: one, headers: extra })
  expect(read).toEqual(other)
})

test.each(['locked', 'absent'] as const)('while the vault is %s, each procedure says the same directly', async (state) => {
  const { both } = await twoWays(() => new FakeEngine(state))
  for (const { method, path } of comparable.filter(({ path }) => !/^\/api\/vault(\/unlock)?$/.test(path))) {
    const [fast, general] = await both({ method, path: filled(path, orgConnectionId), body: method === 'GET' ? undefined : '{' })
    expect([method, path, fast]).toEqual([method, path, general])
  }
})

/** Views that may not leave as they are, and failures without a name. */
const broken: [string, object | Error][] = [
  ['a stranger’s exception', new Error('xoxb-very-secret')],
  ['something opened', { ...connectionView(), details: { credentials: { token: 'xoxb-very-secret' } } }],
  ['what the contract does not know', { ...connectionView(), sealed: 'x', details: { teamId: 'T1', botToken: 'x' } }],
  ['a view that is none', { ...connectionView(), version: 'three' }],
  ['other letters than ours', connectionView({ name: 'Zoë’s 名前 👩🏽‍🔬' })],
]

test.each(broken)('%s leaves the engine, or does not, as in the general way', async (_, given) => {
  const make = () => {
    const engine = new FakeEngine()
    const give = async () => {
      if (given instanceof Error) throw given
      return given as ReturnType<typeof connectionView>
    }
    engine.useCases.connection.get = give
    engine.useCases.connection.list = async () => ({ items: [await give(), connectionView()], nextCursor: null, total: 2 })
    return engine
  }
  const { both, fast, general, left } = await twoWays(make)
  for (const path of [one, list, list]) {
    const [directly, generally] = await both({ path })
    expect([path, directly]).toEqual([path, generally])
    expect(JSON.stringify(directly)).not.toMatch(/xoxb|sealed|botToken/)
  }
  expect(left).toEqual([])
  const logged = ({ logger }: typeof fast) => logger.lines.map((line) => JSON.parse(asTold(JSON.stringify(line), 0)))
  const what = (lines: { facts?: { name?: string; invalid?: unknown } }[]) => lines.map(({ facts }) => [facts?.name])
  expect(what(logged(fast))).toEqual(what(logged(general)))
})

test('what scripts and the page ask for is answered directly, and files, streams and odd requests are left', async () => {
  const { fast, left } = await twoWays()
  const plain: Asked[] = [
    ...[
      { path: one },
      { path: `${list}?limit=200&query=a+b` },
      { path: '/api/health', token: '' },
      { path: '/api/connect/directory' },
    ],
    ...[
      { method: 'PATCH', path: one, body: '{"name":"x"}' },
      { method: 'DELETE', path: one },
    ],
  ]
  for (const asked of plain) await ask(fast, asked)
  expect(left).toEqual([])
  await ask(fast, { method: 'POST', path: '/api/vault/import', headers: ['Content-Type', 'application/octet-stream'], body: 'x' })
  await ask(fast, { path: '/api/health', token: 'x' })
  await ask(fast, { path: one, token: 'x' })
  await ask(fast, { path: '/api/%68ealth' })
  expect(left).toEqual(['POST /api/vault/import', `GET ${one}`, 'GET /api/%68ealth'])
})

test('a page that was listed is listed anew after a change, a removal and a lock', async () => {
  const engine = new FakeEngine()
  const { call } = await testServer({ engine })
  const names = async () => (await call('GET', list)).json().items.map(({ name }: { name: string }) => name)
  const before = await names()
  await call('PATCH', one, { body: { name: 'Renamed' } })
  expect(await names()).toEqual(before.map((name: string) => (name === connectionView().name ? 'Renamed' : name)))
  await engine.lock()
  expect((await call('GET', list)).json().code).toBe('VAULT_LOCKED')
})
