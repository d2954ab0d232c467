import { describe, expect, test } from 'vitest'
import { hostOf } from '../../src-renderer/lib/address'
import { groupCards, matchCards } from '../../src-renderer/lib/card-groups'
import { mergeHistory } from '../../src-renderer/lib/history'
import { pillLook } from '../../src-renderer/lib/pill-look'
import { scopeChange } from '../../src-renderer/lib/scope-change'
import { statusLook } from '../../src-renderer/lib/status-look'
import type { DirectoryCard } from '../../src-shared/contract/directory'
import { connectionView, historyOf } from '../fakes/client-data'

const slack: DirectoryCard = {
  type: 'slackApi',
  name: 'Slack',
  description: 'Post messages in channels.',
  visibility: 'org',
  managed: false,
  pill: { kind: 'not_connected' },
  attention: false,
}

test('the pill says one connection and three connections', () => {
  expect(pillLook({ kind: 'connections', count: 1 }).words).toBe('1 connection')
  expect(pillLook({ kind: 'connections', count: 3 }).words).toBe('3 connections')
})

test('a pill looks settled only while none of its connections needs attention', () => {
  expect(pillLook({ kind: 'connections', count: 3 }).tone).toBe('ok')
  expect(pillLook({ kind: 'connections', count: 3 }, true).tone).toBe('warn')
})

test('a type that needs a reconnect is still among your connections', () => {
  const dormant: DirectoryCard = { ...slack, pill: { kind: 'reconnect_required' } }
  const groups = groupCards([slack, dormant, { ...slack, managed: true, pill: { kind: 'managed' } }])
  expect([groups.available.length, groups.yours.length, groups.managed.length]).toEqual([1, 1, 1])
})

test('services are found by the beginning of any of their words, and all words must be there', () => {
  expect(matchCards([slack], 'sla')).toHaveLength(1)
  expect(matchCards([slack], 'post chan')).toHaveLength(1)
  expect(matchCards([slack], 'lack')).toHaveLength(0)
})

test('Reconnect is the primary action for every status but active', () => {
  const helped = Object.entries(statusLook).filter(([, { reconnectHelps }]) => reconnectHelps)
  expect(helped.map(([status]) => status)).toEqual(['needs_reauth', 'uninstalled', 'revoked', 'error'])
})

test('the address of a consent page is shown without its state', () => {
  expect(hostOf('https://slack.com/oauth/v2/authorize?state=secret')).toBe('slack.com')
})

describe('a reconnect', () => {
  test('names the permissions that came and went', () => {
    expect(scopeChange(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], lost: ['a'] })
  })
  test('says nothing when the permissions are the same', () => {
    expect(scopeChange(['a', 'b'], ['b', 'a'])).toBeUndefined()
  })
})

test('history has each event once, newest first, however its pages overlap', () => {
  const entries = historyOf(connectionView(2, 0))
  expect(mergeHistory(entries.slice(1), entries).map(({ sequence }) => sequence)).toEqual([3, 2, 1])
})
