import { expect, test } from 'vitest'
import { type DiagnosisFacts, diagnosisLines } from '../../../src-main/engine/connection/diagnosis-lines'
import { statusSentence } from '../../../src-shared/domain/status'

const scope = (name: string) => ({ name, reason: 'Needed.' })
const sound: DiagnosisFacts = {
  type: { name: 'Slack', visibility: 'org', scopes: [scope('channels:read'), scope('chat:write')] },
  status: 'active',
  reason: 'authorized',
  details: {},
  scopes: ['channels:read', 'chat:write'],
  owner: 'Ada',
  secret: 'opens',
  app: 'entered',
  test: { result: 'success' },
}
const configureUrl = 'https://github.com/settings/installations/1'
const refused = { result: 'failure', error: 'Slack does not accept it.' } as const

/** `check result action` of every line, the sound ones left out. */
const faults = (change: Partial<DiagnosisFacts>) =>
  diagnosisLines({ ...sound, ...change })
    .filter(({ result }) => result !== 'ok')
    .map(({ check, result, action }) => [check, result, action?.kind ?? 'none'].join(' '))

test('a sound connection has an ok line for every check, in the order of the checklist, and nothing to do', () => {
  const lines = diagnosisLines(sound)
  expect(lines.map(({ check }) => check)).toEqual(['status', 'secret', 'app', 'provider', 'scopes', 'owner'])
  expect(lines.every(({ result, action }) => result === 'ok' && action === undefined)).toBe(true)
})

test.each<[string, Partial<DiagnosisFacts>, string[]]>([
  ['a token that was refused', { status: 'needs_reauth', reason: 'rejected_by_provider' }, ['status problem reconnect']],
  ['an app that was uninstalled', { status: 'uninstalled', reason: 'app_uninstalled' }, ['status problem reconnect']],
  ['a refresh that failed for good', { status: 'error', reason: 'refresh_failed' }, ['status problem reconnect']],
  [
    'a suspended installation',
    {
      status: 'error',
      reason: 'installation_suspended',
      details: { configureUrl },
      test: { ...refused, event: 'installation_suspended' },
    },
    ['status problem open', 'provider problem open'],
  ],
  ['a secret that was damaged', { secret: 'damaged', test: refused }, ['secret problem reconnect', 'provider unknown none']],
  ['no secret', { secret: 'missing', test: refused }, ['secret problem reconnect', 'provider unknown none']],
  ['an app that was forgotten', { app: 'missing' }, ['app problem provider_app']],
  ['an app that was damaged', { app: 'damaged' }, ['app problem provider_app']],
  [
    'a token that the provider refuses',
    { status: 'needs_reauth', reason: 'rejected_by_provider', test: { ...refused, event: 'tokens_revoked' } },
    ['status problem reconnect', 'provider problem reconnect'],
  ],
  ['a refusal that moved nothing', { test: { ...refused, event: 'tokens_revoked' } }, ['provider problem reconnect']],
  ['a provider that is down', { test: { ...refused, isUnavailable: true } }, ['provider unknown test']],
  ['a connection that nobody can be asked about', { test: refused }, ['provider unknown none']],
  ['a scope that was not granted', { scopes: ['chat:write'] }, ['scopes problem reconnect']],
  [
    'a scope that the provider misses',
    { test: { result: 'failure', error: 'missing_scope', isMissingScope: true } },
    ['scopes problem reconnect'],
  ],
])('%s is found, and nothing else', (_, change, expected) => {
  expect(faults(change)).toEqual(expected)
})

test('a scopes line names what is missing, a status line says why, and a provider line what the provider said', () => {
  const lines = diagnosisLines({
    ...sound,
    status: 'needs_reauth',
    reason: 'tokens_revoked',
    scopes: ['chat:write'],
    test: { ...refused, event: 'tokens_revoked' },
  })
  const said = Object.fromEntries(lines.map(({ check, message }) => [check, message]))
  expect(said.scopes).toContain('channels:read')
  expect(said.scopes).not.toContain('chat:write')
  expect(said.status).toBe(statusSentence.tokens_revoked)
  expect(said.provider).toBe(refused.error)
})

test('a private connection is said to be yours, and one of the organisation to be for everyone', () => {
  const owner = (visibility: 'org' | 'private') =>
    diagnosisLines({ ...sound, type: { ...sound.type, visibility } }).find(({ check }) => check === 'owner')?.message
  expect(owner('private')).toMatch(/yours/)
  expect(owner('org')).toMatch(/Ada .* everyone in your organisation/)
})

test('a type without an app of its own, or without scopes, has no line for it', () => {
  const lines = diagnosisLines({ ...sound, app: 'not_needed', type: { ...sound.type, scopes: [] } })
  expect(lines.map(({ check }) => check)).toEqual(['status', 'secret', 'provider', 'owner'])
})
