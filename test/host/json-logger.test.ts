import { expect, test } from 'vitest'
import { jsonLogger } from '../../src-main/host/json-logger'

test('a line is one JSON object with time, level, message and facts', () => {
  const lines: string[] = []
  jsonLogger((line) => lines.push(line)).error('it\nfailed', { errorId: 'x', frames: ['at a', 'at b'] })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]*\n$/)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    level: 'error',
    message: 'it\nfailed',
    errorId: 'x',
    frames: ['at a', 'at b'],
  })
})

test('a fact whose name says that it is secret is withheld, at any depth', () => {
  const lines: string[] = []
  const secret = {
    access_token: 'xoxb-1',
    nested: { Password: 'hunter2', clientSecret: 's', headers: { authorization: 'Bearer t' } },
  }
  jsonLogger((line) => lines.push(line)).info('odd', secret)
  expect(lines.join('')).not.toMatch(/xoxb-1|hunter2|Bearer t|:"s"/)
})
