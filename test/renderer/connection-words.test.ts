import { describe, expect, test } from 'vitest'
import { detailsInWords } from '../../src-renderer/lib/details-in-words'
import { rowHeadings } from '../../src-renderer/lib/row-groups'
import { statusLook } from '../../src-renderer/lib/status-look'
import { decisionFor } from '../../src-renderer/pages/authorization/decision'
import { summaryOf } from '../../src-renderer/pages/connection/diagnosis-names'
import { lackingScopes } from '../../src-renderer/pages/connection/lacking-scopes'
import { statusMeaning } from '../../src-renderer/pages/connection/status-meaning'
import { AuthorizationId } from '../../src-shared/domain/identifiers'
import { connectionWords } from '../../src-shared/words/en/connection'
import { connectionView, slackType } from '../fakes/client-data'

const connection = connectionView(0, 0)

describe('what a status means', () => {
  test('a suspended installation is not told to reconnect: that would change nothing', () => {
    const suspended = { ...connection, status: 'error', statusReason: 'installation_suspended' } as const
    expect(statusMeaning(suspended, 'GitHub')).toContain('lifts the suspension at GitHub')
    expect(statusMeaning(suspended, 'GitHub')).not.toMatch(/reconnect/i)
  })
  test('of a managed connection only the operator is asked for anything', () => {
    const withdrawn = { ...connection, managed: true, status: 'revoked' } as const
    expect(statusMeaning(withdrawn, 'Service')).toContain('operator')
    expect(statusMeaning(withdrawn, 'Service')).not.toMatch(/reconnect/i)
  })
  test('active asks for nothing, and every other status says what it means', () => {
    for (const status of Object.keys(statusLook) as (typeof connection.status)[]) {
      expect(statusMeaning({ ...connection, status }, 'Slack') === undefined, status).toBe(status === 'active')
    }
  })
})

test('details are said in words, each only where the type has it', () => {
  const texts = (details: typeof connection.details) => detailsInWords({ ...connection, details }).map(({ text }) => text)
  expect(texts({})).toEqual([])
  expect(texts({ repositorySelection: 'all' })).toEqual([`All of ${connection.account.label}`])
  expect(texts({ repositorySelection: 'selected', suspended: true })).toEqual(['Only those selected at GitHub', 'Yes, at GitHub'])
  expect(texts({ placement: 'header', parameter: 'x-api-key' })).toEqual(['In the header x-api-key'])
  expect(texts({ placement: 'basic' })).toEqual(['As a password (Basic)'])
  expect(texts({ origins: ['https://a.example', 'https://b.example'] })).toEqual(['https://a.example, https://b.example'])
})

describe('permissions', () => {
  test('what the type asks for by now and the connection lacks is counted', () => {
    expect(lackingScopes(connection, slackType)).toEqual(['commands'])
    expect(connectionWords.asksForMore('Slack', 1)).toBe('Slack now asks for 1 more permission')
    expect(connectionWords.asksForMore('Slack', 2)).toBe('Slack now asks for 2 more permissions')
  })
  test('who may write may read', () => {
    const asked = { ...slackType, scopes: [{ name: 'contents:read', reason: '' }] }
    expect(lackingScopes({ ...connection, scopes: ['contents:write'] }, asked)).toEqual([])
  })
  test('nobody is asked to reconnect what is removed or managed', () => {
    expect(lackingScopes({ ...connection, status: 'revoked' }, slackType)).toEqual([])
    expect(lackingScopes({ ...connection, managed: true }, slackType)).toEqual([])
  })
})

describe('a list', () => {
  test('is divided where live, dormant and removed connections begin', () => {
    const headings = [...rowHeadings({ live: 3, dormant: 2, history: 1 })].map(([row, { label, count }]) => [row, label, count])
    expect(headings).toEqual([
      [0, 'Live', 3],
      [3, 'Dormant', 2],
      [5, 'History', 1],
    ])
  })
  test('has no heading for what is not there, and none at all while everything is live', () => {
    expect([...rowHeadings({ live: 0, dormant: 0, history: 2 }).keys()]).toEqual([0])
    expect(rowHeadings({ live: 9, dormant: 0, history: 0 }).size).toBe(0)
  })
})

test('a diagnosis says how much it found, and what it could not check', () => {
  expect(summaryOf([{ result: 'ok' }])).toBe('No problem found')
  expect(summaryOf([{ result: 'problem' }, { result: 'ok' }])).toBe('1 problem found')
  expect(summaryOf([{ result: 'problem' }, { result: 'problem' }, { result: 'unknown' }])).toBe('2 problems found, 1 not checked')
})

test('another account is named with the one it is not, and the safer choice comes first', () => {
  const decide = (type: 'githubApi' | 'neurocadUserIdentityApi') =>
    decisionFor({
      waiting: {
        authorizationId: AuthorizationId.parse('auth_01J9Z3K4M5N6P7Q8R9S0T1V2W3'),
        authorizationUrl: 'https://github.com/apps/acme/installations/new',
        transport: 'loopback',
        expiresAt: '2026-11-21T09:30:00.000Z',
        purpose: { kind: 'reconnect', connection },
        known: undefined,
      },
      view: {
        authorizationId: AuthorizationId.parse('auth_01J9Z3K4M5N6P7Q8R9S0T1V2W3'),
        type,
        status: 'account_mismatch',
        account: { id: '2', label: 'northwind' },
        expiresAt: '2026-11-21T09:30:00.000Z',
      },
      name: 'GitHub',
      existingName: undefined,
    })
  expect(decide('githubApi').headline).toBe(`You approved northwind, not ${connection.account.label}`)
  expect(decide('githubApi').choices.map(({ choice }) => choice)).toEqual(['keep_as_new', 'switch'])
  expect(decide('githubApi').choices[1]?.effect).toContain('acts in northwind')
  expect(decide('neurocadUserIdentityApi').choices[1]?.effect).toContain('acts as northwind')
})
