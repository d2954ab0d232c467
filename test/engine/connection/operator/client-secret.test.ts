import { expect, test } from 'vitest'
import { sealedWith } from '../../../../src-main/engine/connection/operator/client-secret'
import { movedHosts } from '../../../../src-main/engine/connection/operator/moved-hosts'
import type { ProviderGrant } from '../../../../src-main/engine/provider/provider'

const stated = (tokenUrl: string, clientSecret?: string): ProviderGrant => ({
  account: { id: 'c', label: 'c' },
  details: { tokenUrl },
  scopes: [],
  expiresAt: null,
  secret: clientSecret === undefined ? {} : { clientSecret },
})

test('a secret that left the file stays; a new one takes its place', () => {
  expect(sealedWith(stated('https://a/'), { clientSecret: 'one' }, false)).toEqual({ clientSecret: 'one' })
  expect(sealedWith(stated('https://a/', 'two'), { clientSecret: 'one' }, false)).toEqual({ clientSecret: 'two' })
  expect(sealedWith(stated('https://a/'), {}, false)).toEqual({})
})

test('a secret for a host that waits is kept beside the one in force, and comes into force with that host alone', () => {
  const waiting = sealedWith(stated('https://b/', 'two'), { clientSecret: 'one' }, true)
  expect(waiting).toEqual({ clientSecret: 'one', waitingSecret: 'two', waitsFor: 'https://b/' })
  expect(sealedWith(stated('https://b/'), waiting, true)).toEqual(waiting)
  expect(sealedWith(stated('https://b/'), waiting, false)).toEqual({ clientSecret: 'two' })
  expect(sealedWith(stated('https://a/'), waiting, false)).toEqual({ clientSecret: 'one' })
  expect(sealedWith(stated('https://c/'), waiting, true)).toEqual({ clientSecret: 'one' })
})

test('a host has moved when an address has another origin than it had, whichever other address has that one', () => {
  const before = { tokenUrl: 'https://a.example/t', edaUrl: 'https://b.example/', mechanicalUrl: 'https://b.example/m' }
  expect(movedHosts(before, { ...before, tokenUrl: 'https://a.example/other', edaUrl: 'https://b.example/v2' })).toEqual([])
  expect(movedHosts(before, { ...before, tokenUrl: 'https://b.example/t' })).toEqual(['https://b.example'])
  expect(movedHosts(before, { ...before, edaUrl: 'https://b.example:8443/' })).toEqual(['https://b.example:8443'])
  expect(movedHosts({ sessionManagerUrl: 'https://s/' }, { sessionManagerUrl: 'http://s/' })).toEqual(['http://s'])
})
