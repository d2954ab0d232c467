import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { fieldProblems, problemDetails, problemFrom } from '../../src-renderer/lib/problem'
import { wayOut } from '../../src-renderer/lib/way-out'
import { type ErrorCode, errorTable } from '../../src-shared/contract/error'

const failed = (code: ErrorCode, data: object = {}) => {
  const { status, message, recovery } = errorTable[code]
  return problemFrom(new ORPCError(code, { status, message, data: { recovery, ...data } }))
}

test('every error of the contract has a sentence and a way out, or says that the person stays where they are', () => {
  for (const code of Object.keys(errorTable) as ErrorCode[]) {
    const problem = failed(code)
    expect(problem.sentence).toBe(errorTable[code].message)
    expect(wayOut(problem).kind, code).toMatch(/^(retry|reconnect|unlock|back|copy|stay)$/)
  }
})

test.each([
  ['CONNECTION_REVOKED', 'reconnect'],
  ['PROVIDER_TIMEOUT', 'retry'],
  ['VAULT_EXISTS', 'unlock'],
  ['NOT_FOUND', 'back'],
  ['INTERNAL', 'copy'],
  ['INVALID_INPUT', 'stay'],
] as const)('%s leads to "%s"', (code, kind) => {
  expect(wayOut(failed(code)).kind).toBe(kind)
})

test('an error that nobody sent means that nothing answers, and can be tried again', () => {
  const problem = problemFrom(new TypeError('Failed to fetch'))
  expect(problem.code).toBe('ENGINE_GONE')
  expect(wayOut(problem).kind).toBe('retry')
})

test('a body that is not ours makes no button up', () => {
  const problem = problemFrom(new ORPCError('BAD_GATEWAY', { data: { recovery: 'format_the_disk' } }))
  expect(problem.recovery).toBe('none')
})

describe('field problems', () => {
  test('each field gets its own reason, as a sentence', () => {
    const problem = failed('INVALID_INPUT', { fields: [{ path: 'clientId', message: 'must be printable ASCII without spaces' }] })
    expect(fieldProblems(problem)).toEqual({ clientId: 'Must be printable ASCII without spaces.' })
  })
  test('another error has none', () => {
    expect(fieldProblems(failed('NOT_FOUND'))).toEqual({})
  })
})

test('the details to copy have the code and every id, and no recovery jargon', () => {
  const details = problemDetails(failed('PROVIDER_ERROR', { providerError: 'account_inactive', connectionId: 'cred_1' }))
  expect(details).toContain('code: PROVIDER_ERROR')
  expect(details).toContain('providerError: account_inactive')
  expect(details).toContain('connectionId: cred_1')
  expect(details).not.toContain('recovery')
})
