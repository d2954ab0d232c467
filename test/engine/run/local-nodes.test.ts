import { describe, expect, test } from 'vitest'
import { conditionOf, itemsOf } from '../../../src-main/engine/run/node/local'
import { checkWrittenHost } from '../../../src-main/engine/run/written-host'
import { ConnectionId } from '../../../src-shared/domain/identifiers'
import type { Json } from '../../../src-shared/domain/recipe/json'

type Params = Record<string, Json>

describe('control.if', () => {
  const cells: [Params, boolean][] = [
    [{ value: 'open', equals: 'open' }, true],
    [{ value: 'open', equals: 'closed' }, false],
    [{ value: 3, equals: '3' }, true],
    [{ value: true, equals: 'true' }, true],
    [{ value: null, equals: 'null' }, true],
    [{ value: { a: 1 }, equals: { a: 1 } }, true],
    [{ value: 'open', notEquals: 'open' }, false],
    [{ value: 'open', notEquals: 'closed' }, true],
    [{ value: 'a long text', contains: 'long' }, true],
    [{ value: 'a long text', contains: 'short' }, false],
    [{ value: ['a', 'b'], contains: 'b' }, true],
    [{ value: [1, 2], contains: '2' }, true],
    [{ value: ['ab'], contains: 'a' }, false],
    [{ value: { name: 1 }, contains: 'name' }, true],
    [{ value: {}, contains: 'constructor' }, false],
    [{ value: {}, contains: '__proto__' }, false],
    [{ value: 'x', equals: 'x', contains: 'y' }, false],
    [{ condition: true }, true],
    [{ condition: 'false' }, false],
    [{ value: 'yes' }, true],
    [{ value: '' }, false],
    [{ value: '0' }, false],
    [{ value: 0 }, false],
    [{ value: [] }, false],
    [{ value: {} }, false],
    [{ value: [0] }, true],
    [{}, false],
  ]
  test.each(cells)('%j leads to %s', (params, expected) => {
    expect(conditionOf(params)).toBe(expected)
  })
})

describe('control.each', () => {
  test('takes a list of at most a thousand, and nothing that only looks like one', () => {
    expect(itemsOf({ items: [1, 'b'] })).toEqual([1, 'b'])
    expect(itemsOf({ items: Array(1000).fill(0) })).toHaveLength(1000)
    for (const items of [Array(1001).fill(0), 'abc', { length: 2 }, null, 3])
      expect(() => itemsOf({ items })).toThrow(
        expect.objectContaining({ facts: expect.objectContaining({ code: 'INVALID_INPUT' }) }),
      )
    expect(() => itemsOf({})).toThrow()
  })
})

describe('the host of a request with a connection', () => {
  const node = (url: Json, withConnection = true) => ({
    id: 'a',
    kind: 'http.request' as const,
    name: 'A',
    params: { method: 'GET', url },
    ...(withConnection ? { credential: { connectionId: ConnectionId.parse('cred_01HZZZZZZZZZZZZZZZZZZZZZZZ') } } : {}),
  })
  const template = '{{nodes.b.output.x}}'

  test.each([
    template,
    `https://${template}/`,
    `https://api.example.com${template}`,
    `https://api.example.com:${template}/`,
    `https://api.${template}.com/`,
    `${template}://api.example.com/`,
    `https://user:${template}@api.example.com/`,
    `https:/${template}`,
    `https://\\${template}/`,
  ])('is built by no template: %s', (url) => {
    expect(() => checkWrittenHost(node(url))).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ code: 'HOST_NOT_ALLOWED' }) }),
    )
    expect(() => checkWrittenHost(node(url, false))).not.toThrow()
  })

  test.each([`https://api.example.com/${template}`, `https://api.example.com?q=${template}`, 'https://api.example.com'])(
    'and what stands behind it may be: %s',
    (url) => {
      expect(() => checkWrittenHost(node(url))).not.toThrow()
    },
  )
})
