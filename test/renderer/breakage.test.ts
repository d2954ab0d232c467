import { describe, expect, test } from 'vitest'
import { asksForAttention, attentionChange, breakageNews, justBroke } from '../../src-renderer/lib/breakage'
import { createOwnCommands } from '../../src-renderer/lib/own-commands'
import { ConnectionStatus, needsAttention } from '../../src-shared/domain/status'
import { connectionView } from '../fakes/client-data'

const working = { ...connectionView(0, 0), status: 'active' as const, version: 4 }
const broken = {
  ...working,
  status: 'needs_reauth' as const,
  statusMessage: 'The provider revoked its tokens.',
  statusAt: '2026-11-21T09:30:00.000Z',
  version: 5,
}
const since = Date.parse('2026-11-21T09:00:00.000Z')

test('what needs attention here is what needs attention in the domain, for every status', () => {
  for (const status of ConnectionStatus.options) expect(asksForAttention({ status })).toBe(needsAttention(status))
})

describe('the count of what needs attention', () => {
  test('goes up and down with what is seen to break and to come back', () => {
    expect(attentionChange(working, broken)).toBe(1)
    expect(attentionChange(broken, { ...working, version: 6 })).toBe(-1)
    expect(attentionChange(broken, { ...broken, status: 'uninstalled', version: 6 })).toBe(0)
    expect(attentionChange(broken, { ...broken, status: 'revoked', version: 6 })).toBe(-1)
  })

  test('is read anew where a change cannot tell: it was never seen, or an answer came before its event', () => {
    expect(attentionChange(undefined, broken)).toBeUndefined()
    expect(attentionChange(broken, broken)).toBeUndefined()
  })
})

describe('a notice', () => {
  const change = { before: working, after: broken, since, ownCommand: false }

  test('tells of what worked and broke', () => {
    expect(justBroke(change)).toBe(true)
    expect(justBroke({ ...change, after: { ...broken, status: 'error' } })).toBe(true)
  })

  test('says nothing of what was broken before, was removed, or came back', () => {
    expect(justBroke({ ...change, before: { ...broken, version: 4 }, after: { ...broken, status: 'uninstalled' } })).toBe(false)
    expect(justBroke({ ...change, after: { ...broken, status: 'revoked' } })).toBe(false)
    expect(justBroke({ ...change, before: broken, after: { ...working, version: 6 } })).toBe(false)
  })

  test('says nothing of what this tab asked for itself', () => {
    expect(justBroke({ ...change, ownCommand: true })).toBe(false)
  })

  test('tells of a connection that was never looked at only when its status is new', () => {
    expect(justBroke({ ...change, before: undefined })).toBe(true)
    expect(justBroke({ ...change, before: undefined, since: since + 3_600_000 })).toBe(false)
  })

  test('gives one its own sentence, and sums several up by name', () => {
    const named = (name: string) => ({ name, statusMessage: `${name} broke.` })
    expect(breakageNews(named('A'), [])).toEqual({ text: 'A needs attention', detail: 'A broke.' })
    expect(breakageNews(named('A'), [named('B'), named('C')])).toEqual({
      text: '3 connections need attention',
      detail: 'A, B and C.',
    })
    expect(breakageNews(named('A'), ['B', 'C', 'D', 'E'].map(named)).detail).toBe('A, B, C and 2 more.')
  })
})

describe('a command of this tab', () => {
  test('counts while it runs and a moment longer, for its own connection alone', () => {
    let now = 0
    const commands = createOwnCommands(() => now)
    const ended = commands.begin(['connection', 'test'], { id: 'cred_a' })
    now = 60_000
    expect(commands.touched('cred_a')).toBe(true)
    expect(commands.touched('cred_b')).toBe(false)
    ended()
    expect(commands.touched('cred_a')).toBe(true)
    now += 2001
    expect(commands.touched('cred_a')).toBe(false)
  })

  test('is not a mere reading', () => {
    const commands = createOwnCommands(() => 0)
    commands.begin(['connection', 'get'], { id: 'cred_a' })
    commands.begin(['authorization', 'get'], { id: 'cred_a' })
    expect(commands.touched('cred_a')).toBe(false)
  })
})
