import { expect, test } from 'vitest'
import { passwordProblem } from '../../src-shared/domain/password-policy'

test.each(['', 'short', 'sevench', '🔑🔑🔑🔑🔑🔑🔑'])('%j is too short', (password) => {
  expect(passwordProblem(password)).toMatch(/at least 8/)
})

test.each(['password', 'PASSWORD', 'Password1', 'aaaaaaaa', '12345678', '87654321', 'abcdefghij', 'neurocad', 'qwertyuiop'])(
  '%j is too common',
  (password) => {
    expect(passwordProblem(password)).toMatch(/most common/)
  },
)

test.each(['correct horse battery', 'üüüüabcd', '🔑🔒🗝️🔐🚪🏠🏡🏢', '13579bdf'])('%j is accepted', (password) => {
  expect(passwordProblem(password)).toBeUndefined()
})

test('a password of over 1,024 characters is refused before any work', () => {
  expect(passwordProblem('ab'.repeat(513))).toMatch(/at most/)
})
