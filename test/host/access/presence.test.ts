import { expect, test } from 'vitest'
import { showsPresence } from '../../../src-main/host/access/presence'

const used = { access: 'client', whileLocked: false } as const
const unused = { access: 'owner', whileLocked: true } as const

test.each([
  ['a script that reads', 'connection.list', 'GET', used, false, true],
  ['a script that changes', 'connection.rename', 'PATCH', used, false, true],
  ['a page that changes', 'connection.rename', 'PATCH', used, true, true],
  ['a page that somebody touched', 'session.presence', 'POST', used, true, true],
  ['a page that reads, which it does by itself', 'connection.list', 'GET', used, true, false],
  ['a page that listens', 'event.stream', 'GET', used, true, false],
  ['a script that listens', 'event.stream', 'GET', used, false, false],
  ['a script that asks how the vault stands', 'vault.status', 'GET', unused, false, false],
  ['a page that asks who it is', 'session.current', 'GET', unused, true, false],
  ['anybody who asks for health', 'health.get', 'GET', unused, false, false],
] as const)('%s', (_, name, method, meta, fromPage, expected) => {
  expect(showsPresence({ name, method, meta, fromPage })).toBe(expected)
})
