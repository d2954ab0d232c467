import { expect, test } from 'vitest'
import { orgConnectionId } from '../../fakes/engine'
import { apiClient, failure } from './api-client'

const rename = (ifMatch: string | undefined, version?: number) =>
  apiClient({ ifMatch }).client.connection.rename({ id: orgConnectionId, name: 'New', version })

test.each(['"3"', '3', 'W/"3"', '*', ' "3" ', undefined])('If-Match %s lets a rename of version 3 through', async (ifMatch) => {
  expect(await rename(ifMatch)).toMatchObject({ name: 'New', version: 4 })
})

test('another version in If-Match is a conflict that says which version there is', async () => {
  expect(await failure(rename('"2"'))).toMatchObject({ code: 'VERSION_CONFLICT', data: { currentVersion: 3 } })
})

test.each(['', '"', '"three"', '"3', '3, 4', '"3", "4"', '-1', '0', '1e1', 'W/3'])(
  'If-Match %j is refused by name',
  async (ifMatch) => {
    expect(await failure(rename(ifMatch))).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'If-Match' }] } })
  },
)

test('a header and a body that name different versions are refused', async () => {
  expect(await failure(rename('"3"', 2))).toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'If-Match' }] } })
  expect(await rename('"3"', 3)).toMatchObject({ version: 4 })
})
