import { describe, expect, test } from 'vitest'
import { refuseCredentials } from '../../../src-main/engine/api/output-gate'
import { cleanOutput, keptOutput } from '../../../src-main/engine/run/output'
import { Secrets } from '../../../src-main/engine/run/redact'

const token = 'xoxb-0123456789/with+signs='
const password = 'correct horse "battery"'

function secrets(): Secrets {
  const all = new Secrets()
  all.add({
    headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'x-basic': `Basic ${btoa(`user:${password}`)}` },
    query: { api_key: 'key of the query' },
  })
  return all
}

describe('what a request carried', () => {
  const forms = [
    token,
    `Bearer ${token}`,
    encodeURIComponent(token),
    btoa(token),
    JSON.stringify({ echoed: password }),
    btoa(`user:${password}`),
    password,
    'api_key=key%20of%20the%20query',
    'api_key=key+of+the+query',
  ]
  test.each(forms)('is in no output, however a server plays it back: %s', (form) => {
    const kept = JSON.stringify(cleanOutput({ deep: [{ text: `before ${form} after`, [form]: 1 }] }, secrets()))
    for (const secret of [token, encodeURIComponent(token), btoa(token), 'battery', btoa(`user:${password}`), 'of the query'])
      expect(kept).not.toContain(secret)
    expect(kept).toContain('[hidden]')
  })

  test('and what everybody sends stays', () => {
    expect(cleanOutput({ type: 'application/json' }, secrets())).toEqual({ type: 'application/json' })
  })
})

describe('an output', () => {
  test('goes through the last look at what leaves the engine, whatever a server answers', () => {
    const answered = JSON.parse('{"credentials":{"__proto__":{"a":1},"credentials":[{"credentials":1}]}}') as unknown
    const clean = cleanOutput(answered, new Secrets())
    expect(() => refuseCredentials(clean)).not.toThrow()
    expect(clean).toEqual({ credentials_: { credentials_: [{ credentials_: 1 }] } })
  })

  test('that is nested without end is cut off where no walk over it fails', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown
    expect(JSON.stringify(cleanOutput(deep, new Secrets())).length).toBeLessThan(200)
  })

  test('is kept whole up to 64 KiB, and as much of it as fits beyond, with a mark', () => {
    const fits = 'x'.repeat(64 * 1024 - 2)
    expect(keptOutput(fits)).toEqual({ output: JSON.stringify(fits), outputTruncated: false })
    const { output, outputTruncated } = keptOutput({ status: 200, body: 'x'.repeat(64 * 1024) })
    expect([outputTruncated, (output ?? '').length]).toEqual([true, expect.any(Number)])
    expect(JSON.parse(output ?? '')).toMatchObject({ status: 200, body: expect.stringMatching(/^x+…$/) })
    const wide = keptOutput(Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => 'x'.repeat(30))))
    expect((wide.output ?? '').length).toBeLessThanOrEqual(64 * 1024)
  })

  test('of ten megabytes costs no more than its length', () => {
    expect(keptOutput('✓'.repeat(10 * 1024 * 1024)).outputTruncated).toBe(true)
  })
})
