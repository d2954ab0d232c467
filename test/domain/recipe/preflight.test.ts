import { expect, test } from 'vitest'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { Subject } from '../../../src-shared/domain/identifiers'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import { type ConnectionFact, type GrantFact, type PreflightFacts, preflight } from '../../../src-shared/domain/recipe/preflight'
import type { RecipeProblem } from '../../../src-shared/domain/recipe/problem'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { ConnectionStatus } from '../../../src-shared/domain/status'
import { connectionId, kinds, node } from './written'

const ada = { subject: Subject.parse('ada') }
const grace = { subject: Subject.parse('grace') }
const now = Date.parse('2026-11-21T09:30:00.000Z')
const id = connectionId('W3')
const passport = 'neurocadUserIdentityApi'

const fact = (type: CredentialTypeKey, change: Partial<ConnectionFact> = {}): ConnectionFact => ({
  type,
  visibility: type === passport ? 'private' : 'org',
  owner: ada,
  status: 'active',
  hasSubject: true,
  ...change,
})
const given = (change: Partial<GrantFact> = {}): GrantFact => ({
  connectionId: id,
  ownerSubject: 'ada',
  act: 'act of library',
  expiresAt: null,
  revoked: false,
  isVerified: () => true,
  ...change,
})

interface Case {
  connection?: ConnectionFact
  grant?: GrantFact[]
  managed?: Partial<Record<'serviceApi' | 'neurocadDesktopApi', ConnectionStatus>>
  departed?: string[]
  actor?: { subject: Subject }
}

const factsOf = ({ connection, grant = [], managed, departed = [] }: Case): PreflightFacts => ({
  connections: new Map(connection === undefined ? [] : [[id, connection]]),
  managed: new Map(
    Object.entries<ConnectionStatus>(managed ?? { serviceApi: 'active', neurocadDesktopApi: 'active' }).map(([type, status]) => [
      type,
      { status },
    ]),
  ),
  grants: new Map([['n', grant]]),
  departed: new Set(departed),
})

function check(one: RecipeNode, given: Case): RecipeProblem[] {
  return preflight({ nodes: [one], facts: factsOf(given), actor: given.actor ?? ada, now, actOf: ({ kind }) => `act of ${kind}` })
}

const bound = (kind: RecipeNode['kind'], credential: RecipeNode['credential'] = { connectionId: id }) =>
  node('n', kind, { credential })
const unbound = (kind: RecipeNode['kind']) => node('n', kind)
/** What tells it from others: never the sentence. */
const brief = (problems: RecipeProblem[]) => problems.map(({ nodeId: _, nodeName: __, message: ___, ...rest }) => rest)
const right = (kind: RecipeNode['kind']): ConnectionFact => {
  const { slot } = credentialNeed[kind]
  return fact(slot === null || slot === 'any' ? 'slackApi' : slot)
}

test.each(kinds)('a %s is fine with what its slot asks for, and with a grant where that is private', (kind) => {
  const isAsked = credentialNeed[kind].slot !== null
  const grant = [given({ act: `act of ${kind}` })]
  expect(check(isAsked ? bound(kind) : unbound(kind), { connection: right(kind), grant })).toEqual([])
})

test.each(kinds)('a %s without a connection misses one if, and only if, its slot is required', (kind) => {
  const { slot } = credentialNeed[kind]
  const expected = slot === null || slot === 'any' ? [] : [{ code: 'CREDENTIAL_MISSING', recovery: 'select' }]
  expect(brief(check(unbound(kind), { managed: {} }))).toEqual(expected)
})

const withSlot = kinds.filter((kind) => credentialNeed[kind].slot !== null)

test.each(withSlot)('a %s with an id that is not here has not found it', (kind) => {
  expect(brief(check(bound(kind), {}))).toEqual([{ code: 'CREDENTIAL_NOT_FOUND', connectionId: id, recovery: 'select' }])
})

test.each(withSlot)('a %s with a connection of another type is told so, unless any will do', (kind) => {
  const expected = [{ code: 'CREDENTIAL_TYPE_MISMATCH', connectionId: id, recovery: 'select' }]
  expect(brief(check(bound(kind), { connection: fact('linearApi') }))).toEqual(kind === 'http.request' ? [] : expected)
})

test.each(withSlot.flatMap((kind) => ConnectionStatus.options.map((status) => [kind, status] as const)))(
  'a %s with a connection that is %s is fine only where that is active',
  (kind, status) => {
    const grant = [given({ act: `act of ${kind}` })]
    const recovery = status === 'revoked' ? 'select' : 'reconnect'
    const expected = status === 'active' ? [] : [{ code: 'CREDENTIAL_NOT_ACTIVE', connectionId: id, status, recovery }]
    expect(brief(check(bound(kind), { connection: { ...right(kind), status }, grant }))).toEqual(expected)
  },
)

const delegating = kinds.filter((kind) => credentialNeed[kind].delegated !== null)

test.each(delegating.flatMap((kind) => [undefined, ...ConnectionStatus.options].map((status) => [kind, status] as const)))(
  'a %s whose operator’s connection is %s is fine only where that is active, and its id is told nowhere',
  (kind, status) => {
    const delegatedType = credentialNeed[kind].delegated
    const managed = status === undefined || delegatedType === null ? {} : { [delegatedType]: status }
    const grant = [given({ act: `act of ${kind}` })]
    const more = { delegatedType, recovery: 'contact_operator' }
    const missing = { code: 'CREDENTIAL_NOT_FOUND', ...more }
    const broken = { code: 'CREDENTIAL_NOT_ACTIVE', status, ...more }
    const expected = status === 'active' ? [] : [status === undefined ? missing : broken]
    expect(brief(check(bound(kind), { connection: right(kind), grant, managed }))).toEqual(expected)
  },
)

test.each([undefined, ...ConnectionStatus.options])('a request that names a managed type which is %s', (status) => {
  const more = { delegatedType: 'serviceApi', recovery: 'contact_operator' }
  const missing = { code: 'CREDENTIAL_NOT_FOUND', ...more }
  const broken = { code: 'CREDENTIAL_NOT_ACTIVE', status, ...more }
  const problems = check(bound('http.request', { type: 'serviceApi' }), {
    managed: status === undefined ? {} : { serviceApi: status },
  })
  expect(brief(problems)).toEqual(status === 'active' ? [] : [status === undefined ? missing : broken])
})

test.each<[string, GrantFact[], string[]]>([
  ['none', [], []],
  ['of another connection', [given({ connectionId: connectionId('W4') })], []],
  ['of somebody who does not own it', [given({ ownerSubject: 'grace' })], []],
  ['for what the node did before', [given({ act: 'act of before' })], []],
  ['that was revoked', [given({ revoked: true })], []],
  ['that ran out just now', [given({ expiresAt: now })], []],
  ['whose receipt is not good', [given({ isVerified: () => false })], []],
  ['of somebody who left', [given()], ['ada']],
])('a grant %s is none', (_, grant, departed) => {
  const problems = check(bound('library'), { connection: fact(passport), grant, departed })
  expect(brief(problems)).toEqual([{ code: 'GRANT_MISSING', connectionId: id, recovery: 'grant' }])
})

test('one good grant among others is enough, until the moment it runs out', () => {
  const grant = [given({ revoked: true }), given({ expiresAt: now + 1 }), given({ act: 'else' })]
  expect(check(bound('library'), { connection: fact(passport), grant })).toEqual([])
})

test('a receipt is looked at only where everything else about the grant is right', () => {
  const isVerified = () => {
    throw new Error('looked at')
  }
  const grant = [given({ revoked: true, isVerified }), given({ act: 'else', isVerified })]
  expect(check(bound('library'), { connection: fact(passport), grant })).toHaveLength(1)
})

test('a private connection without its identity binding has no subject, whether it was granted or not', () => {
  for (const grant of [[], [given()]])
    expect(brief(check(bound('library'), { connection: fact(passport, { hasSubject: false }), grant }))).toEqual([
      { code: 'CREDENTIAL_NO_SUBJECT', connectionId: id, recovery: 'reconnect' },
    ])
})

/** Everything that can be wrong with one node, in the order in which it is told. */
type Wrong = 'not provisioned' | 'not mine' | 'type' | 'status' | 'delegated status' | 'no subject' | 'no grant'
const order: readonly [Wrong, RecipeProblem['code']][] = [
  ['not provisioned', 'CREDENTIAL_NOT_FOUND'],
  ['not mine', 'PASSPORT_OWNER_ONLY'],
  ['type', 'CREDENTIAL_TYPE_MISMATCH'],
  ['status', 'CREDENTIAL_NOT_ACTIVE'],
  ['delegated status', 'CREDENTIAL_NOT_ACTIVE'],
  ['no subject', 'CREDENTIAL_NO_SUBJECT'],
  ['no grant', 'GRANT_MISSING'],
]
const every = Array.from({ length: 2 ** order.length }, (_, bits) =>
  order.flatMap(([wrong], bit) => (bits & (2 ** bit) ? [wrong] : [])),
)

test.each(every)('of %j the first is told, and nothing of a connection that is somebody else’s', (...wrong) => {
  const is = (one: Wrong) => wrong.includes(one)
  const connection = fact(is('type') ? 'oktaApi' : passport, {
    visibility: 'private',
    status: is('status') ? 'error' : 'active',
    hasSubject: !is('no subject'),
  })
  const [problem, ...others] = check(bound('library'), {
    connection,
    grant: is('no grant') ? [] : [given()],
    managed: is('not provisioned') ? {} : { serviceApi: is('delegated status') ? 'error' : 'active' },
    actor: is('not mine') ? grace : ada,
  })
  expect(others).toEqual([])
  expect(problem?.code).toBe(order.find(([one]) => is(one))?.[1])
  if (!is('not mine')) return
  expect(problem).not.toHaveProperty('connectionId')
  if (problem?.code === 'PASSPORT_OWNER_ONLY')
    expect(Object.keys(problem).sort()).toEqual(['code', 'message', 'nodeId', 'nodeName', 'recovery'])
})

test('a connection of the organisation needs neither owner, subject nor grant', () => {
  const connection = fact('slackApi', { owner: ada, hasSubject: false })
  expect(check(bound('slack.action'), { connection, actor: grace, departed: ['ada'] })).toEqual([])
})

test('problems stand in the order of the nodes, one for each, and name them', () => {
  const nodes = [
    node('start', 'manual.trigger'),
    node('post', 'slack.action'),
    node('part', 'library', { credential: { connectionId: connectionId('ZZ') } }),
    node('note', 'note'),
    node('send', 'send_to_desktop', { credential: { connectionId: id } }),
  ]
  const facts = factsOf({ connection: fact(passport) })
  const problems = preflight({ nodes, facts, actor: grace, now, actOf: () => '' })
  expect(problems.map(({ nodeId, nodeName, code }) => [nodeId, nodeName, code])).toEqual([
    ['post', 'The post', 'CREDENTIAL_MISSING'],
    ['part', 'The part', 'CREDENTIAL_NOT_FOUND'],
    ['send', 'The send', 'PASSPORT_OWNER_ONLY'],
  ])
})

test('a node may be called as properties of every object are', () => {
  const nodes = [node('constructor', 'library', { credential: { connectionId: id } })]
  const problems = preflight({ nodes, facts: factsOf({ connection: fact(passport) }), actor: ada, now, actOf: () => '' })
  expect(problems.map(({ code }) => code)).toEqual(['GRANT_MISSING'])
})
