import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { errorFromBody } from '../../src-renderer/lib/error-from-body'
import { type ErrorCode, errorTable } from '../../src-shared/contract/error'
import { errorFromBody as contractErrorFromBody } from '../../src-shared/contract/error-body'

test('the page reads every error body as the contract does', () => {
  for (const code of Object.keys(errorTable) as ErrorCode[]) {
    const { status, message, recovery } = errorTable[code]
    const body = { code, status, message, data: { recovery } }
    const read = errorFromBody(body)
    expect(read).toBeInstanceOf(ORPCError)
    expect(read?.toJSON()).toEqual(contractErrorFromBody(body)?.toJSON())
  }
})

test.each([[null], ['<html>'], [{}], [{ code: 'X', message: 'no status' }]])(
  'a body that is not ours is left to the link: %j',
  (body) => {
    expect(errorFromBody(body)).toBeUndefined()
  },
)
