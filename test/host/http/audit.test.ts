import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import type { Inputs } from '../../../src-shared/contract'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

/** An export of three parts, the second of them empty; what it was asked for is kept. */
async function server(failAt?: string) {
  const engine = new FakeEngine()
  const asked: Inputs['audit']['part'][] = []
  const parts: Record<string, [text: string, next: string | null]> = {
    first: ['one\n', 'b'],
    b: ['', 'c'],
    c: ['three ü\n', null],
  }
  engine.useCases.audit.part = async (_, input) => {
    asked.push(input)
    const at = input.cursor ?? 'first'
    if (at === failAt) throw new EngineError('VAULT_LOCKED')
    const [text, nextCursor] = parts[at] ?? ['', null]
    return { text, nextCursor, passed: 0, total: 0 }
  }
  return { ...(await testServer({ engine })), asked }
}

test('an export is one file of all of its parts, with a name and a media type', async () => {
  const { call, asked } = await server()
  for (const [format, type] of [
    ['jsonl', 'application/x-ndjson; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8'],
  ]) {
    const { status, text, headers } = await call('GET', `/api/audit/export?format=${format}&group=vault&query=a%20b`)
    expect({ status, text }).toEqual({ status: 200, text: 'one\nthree ü\n' })
    expect(headers.get('Content-Type')).toBe(type)
    expect(headers.get('Content-Disposition')).toMatch(
      new RegExp(`^attachment; filename="neurocad-audit-[0-9-]{10}\\.${format}"$`),
    )
  }
  expect(asked[2]).toEqual({ format: 'jsonl', group: 'vault', query: 'a b', cursor: 'c' })
})

test('an export that fails at its start is refused by name, and one that fails under way is cut off', async () => {
  const begins = await server('first')
  expect((await begins.call('GET', '/api/audit/export?format=csv')).json().code).toBe('VAULT_LOCKED')
  const goesOn = await server('c')
  await expect(goesOn.call('GET', '/api/audit/export?format=csv')).rejects.toThrow()
})

test('what is asked of an export is named where it is wrong, and nothing is read then', async () => {
  const { call, asked } = await server()
  const wrong: [query: string, path: string][] = [
    ['', 'format'],
    ['format=xml', 'format'],
    ['format=csv&format=csv', 'format'],
    ['format=csv&group=nothing', 'group'],
    ['format=csv&from=yesterday', 'from'],
    ['format=csv&kind=DROP', 'kind'],
    ['format=csv&cursor=abc', 'cursor'],
    ['format=csv&other=1', 'other'],
  ]
  for (const [query, path] of wrong) {
    const { status, json } = await call('GET', `/api/audit/export?${query}`)
    expect({ status, fields: json().data.fields }, query).toMatchObject({ status: 400, fields: [{ path }] })
  }
  expect(asked).toEqual([])
})

test('the audit is its owner’s: a teammate and a stranger get nothing of it', async () => {
  const { call, teammateToken, asked } = await server()
  for (const [method, path] of [
    ['GET', '/api/audit'],
    ['GET', '/api/audit/export?format=csv'],
    ['GET', '/api/audit/export/part?format=csv'],
    ['POST', '/api/audit/verify'],
  ] as const) {
    expect((await call(method, path, { token: teammateToken })).json().code).toBe('FORBIDDEN')
    expect((await call(method, path, { token: '' })).json().code).toBe('UNAUTHORIZED')
    expect((await call(method, path, { token: teammateToken })).status).toBe(403)
  }
  expect(asked).toEqual([])
})

test('verifying takes no body, or how much of it', async () => {
  const { call } = await server()
  expect((await call('POST', '/api/audit/verify')).json()).toMatchObject({ result: 'whole' })
  expect((await call('POST', '/api/audit/verify', { body: { limit: 10 } })).status).toBe(200)
  expect((await call('POST', '/api/audit/verify', { body: { limit: 0 } })).json().data.fields).toMatchObject([{ path: 'limit' }])
})
