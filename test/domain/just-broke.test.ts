import { expect, test } from 'vitest'
import { justBroke } from '../../src-shared/domain/just-broke'
import { ConnectionStatus } from '../../src-shared/domain/status'

const broken = ['needs_reauth', 'uninstalled', 'error'] as const

test.each(ConnectionStatus.options)('what worked and is now %s is news where it needs a person', (after) => {
  const expected = broken.some((status) => status === after)
  expect(justBroke({ before: 'active', after, at: 0, since: 1000 })).toBe(expected)
})

test.each(ConnectionStatus.exclude(['active']).options)('what was %s before is no news, however it is now', (before) => {
  for (const after of ConnectionStatus.options) expect(justBroke({ before, after, at: 2000, since: 1000 }), after).toBe(false)
})

test.each(broken)('what was not seen before and is %s is news since it is looked, and not from before', (after) => {
  expect(justBroke({ before: undefined, after, at: 999, since: 1000 })).toBe(false)
  expect(justBroke({ before: undefined, after, at: 1000, since: 1000 })).toBe(true)
})
