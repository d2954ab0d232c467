import { expect, test } from 'vitest'
import { mostFileBytes } from '../../../src-shared/domain/import-limits'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

const octets = { 'Content-Type': 'application/octet-stream' }

/** An engine that says how many bytes of a file reached it. */
function listening() {
  const engine = new FakeEngine()
  const seen: Uint8Array[] = []
  engine.useCases.import.upload = async (_, { bytes }) => {
    seen.push(bytes)
    return {
      ...{ id: 'import_01J9Z3K4M5N6P7Q8R9S0T1V2W3' as never, format: 'csv', state: 'open', table: null, notes: [], added: 0 },
      expiresAt: '2026-11-21T09:30:00.000Z',
      defaults: { placement: 'auto', parameter: null, prefix: null, origins: '', visibility: 'org' },
      counts: { total: 0, ready: 0, needsValue: 0, skipped: 0, duplicates: 0, suggested: 0 },
    }
  }
  return { engine, seen }
}

test('a file reaches the engine byte for byte, also one that is larger than a form may be, or looks like JSON', async () => {
  const { engine, seen } = listening()
  const { raw, ownerToken } = await testServer({ engine })
  const headers = { ...octets, Authorization: `Bearer ${ownerToken}`, 'Transfer-Encoding': 'chunked' }
  for (const bytes of [Buffer.alloc(3 * 1024 * 1024, 0xff), Buffer.from('{"items":[]}'), Buffer.from([0])]) {
    const answer = await raw('POST', '/api/vault/import', headers, [bytes])
    expect(answer.status, answer.text).toBe(200)
    expect(Buffer.from(seen.at(-1) ?? []).equals(bytes)).toBe(true)
  }
})

test('a file that is too large is refused before it reaches anything, and so is one that is brought elsewhere', async () => {
  const { engine, seen } = listening()
  const { raw, ownerToken } = await testServer({ engine })
  const headers = { ...octets, Authorization: `Bearer ${ownerToken}`, 'Transfer-Encoding': 'chunked' }
  const tooMuch = Buffer.alloc(mostFileBytes + 1)
  expect((await raw('POST', '/api/vault/import', headers, [tooMuch])).text).toContain('PAYLOAD_TOO_LARGE')
  expect((await raw('POST', '/api/vault/lock', headers, [Buffer.alloc(2 * 1024 * 1024)])).text).toContain('PAYLOAD_TOO_LARGE')
  expect(seen).toEqual([])
})

test('a file is taken from the owner alone, and only where it says that it is one', async () => {
  const { engine, seen } = listening()
  const { raw, ownerToken, teammateToken } = await testServer({ engine })
  const send = (token: string, more: Record<string, string>) =>
    raw('POST', '/api/vault/import', { Authorization: `Bearer ${token}`, ...more }, [Buffer.from('a,b')])
  expect((await send('wrong', octets)).status).toBe(401)
  expect((await send(teammateToken, octets)).status).toBe(403)
  expect((await send(ownerToken, { 'Content-Type': 'application/json' })).text).toContain('Content-Type')
  expect((await send(ownerToken, { 'Content-Type': 'text/plain' })).status).toBe(400)
  expect(seen).toEqual([])
})
