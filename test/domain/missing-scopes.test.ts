import { expect, test } from 'vitest'
import { missingScopes } from '../../src-shared/domain/missing-scopes'

test.each([
  ['nothing asked', [], ['chat:write'], []],
  ['all granted, in another order', ['a', 'b'], ['b', 'a', 'c'], []],
  ['some left out', ['a', 'b', 'c'], ['b'], ['a', 'c']],
  ['nothing granted', ['a'], [], ['a']],
  ['granted by its whole address', ['User.Read'], ['https://graph.microsoft.com/User.Read'], []],
  ['another scope that only ends alike', ['Read'], ['UserRead'], ['Read']],
  ['claims and refresh tokens, which servers need not repeat', ['openid', 'email', 'profile', 'offline_access'], [], []],
] as const)('of what is asked for, exactly what was not granted is missing: %s', (_, asked, granted, missing) => {
  expect(missingScopes(asked, granted)).toEqual(missing)
})
