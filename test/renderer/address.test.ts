import { expect, test } from 'vitest'
import { mayOpen } from '../../src-renderer/lib/address'

test.each([
  'https://github.com/settings/installations/1',
  'http://127.0.0.1:4010/consent',
  'http://[::1]:4010/',
  'http://localhost:4010/',
])('%s may be opened', (address) => expect(mayOpen(address)).toBe(true))

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'neurocad://oauth',
  'http://github.com/',
  'http://127.0.0.1.evil.example/',
  'not an address',
  '',
])('%s is never opened, whoever sent it', (address) => expect(mayOpen(address)).toBe(false))
