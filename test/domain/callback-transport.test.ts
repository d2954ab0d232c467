import { expect, test } from 'vitest'
import { chooseTransport, type DirectCallback } from '../../src-shared/domain/callback-transport'

const both = ['loopback', 'deep_link'] as const
const only = ['loopback'] as const
const link = ['deep_link'] as const
const all = { loopback: true, deep_link: true }
const noLinks = { loopback: true, deep_link: false }
const noPort = { loopback: false, deep_link: true }
const nothing = { loopback: false, deep_link: false }

type Case = [readonly DirectCallback[], DirectCallback, typeof all, DirectCallback | undefined, string]

test.each<Case>([
  [both, 'loopback', all, 'loopback', 'preferred'],
  [both, 'deep_link', all, 'deep_link', 'preferred'],
  [both, 'loopback', noLinks, 'loopback', 'preferred'],
  [both, 'deep_link', noLinks, 'loopback', 'unreachable'],
  [both, 'loopback', noPort, 'deep_link', 'unreachable'],
  [both, 'deep_link', noPort, 'deep_link', 'preferred'],
  [both, 'loopback', nothing, undefined, 'unreachable'],
  [both, 'deep_link', nothing, undefined, 'unreachable'],
  [only, 'loopback', all, 'loopback', 'taken'],
  [only, 'deep_link', all, 'loopback', 'taken'],
  [only, 'deep_link', noLinks, 'loopback', 'taken'],
  [only, 'loopback', noPort, undefined, 'unreachable'],
  [only, 'deep_link', noPort, undefined, 'unreachable'],
  [link, 'loopback', all, 'deep_link', 'taken'],
  [link, 'deep_link', noLinks, undefined, 'unreachable'],
])('a provider that takes %j, %s preferred, %j open: %s, because %s', (takes, preferred, reaches, transport, because) => {
  expect(chooseTransport({ takes, preferred, reaches, redirectPage: false })).toEqual({ transport, because })
})

test.each([all, noLinks, noPort, nothing])(
  'an app with a redirect page of its own is answered there, with %j open',
  (reaches) => {
    for (const takes of [both, only, link])
      for (const preferred of both)
        expect(chooseTransport({ takes, preferred, reaches, redirectPage: true })).toEqual({
          transport: 'paste',
          because: 'redirect_page',
        })
  },
)
