import { expect, test } from 'vitest'
import { appendPage, movesRow, pageSize, wantsMore } from '../../src-renderer/lib/connection-window'
import { connectionId, connectionView } from '../fakes/client-data'

const page = (from: number, count: number, total: number) => ({
  items: Array.from({ length: count }, (_, n) => ({ id: connectionId(from + n) })),
  total,
  nextCursor: from + count < total ? String(from + count) : null,
})

test('pages come together in their order, and the whole length is known from the first', () => {
  const first = appendPage(undefined, page(0, pageSize, 10_000))
  expect(first).toMatchObject({ total: 10_000, nextCursor: '200' })
  const second = appendPage(first, page(pageSize, pageSize, 10_000))
  expect(second.ids).toHaveLength(2 * pageSize)
  expect(second.ids[pageSize]).toBe(connectionId(pageSize))
})

test('a connection that moved into the next page while it was read is not shown twice', () => {
  const first = appendPage(undefined, page(0, 3, 6))
  const second = appendPage(first, page(2, 3, 5))
  expect(second.ids).toEqual([0, 1, 2, 3, 4].map(connectionId))
  expect(second.total).toBe(5)
})

test('scrolling asks for the next page before its rows are in sight, and never past the end', () => {
  const first = appendPage(undefined, page(0, pageSize, 10_000))
  expect(wantsMore(first, 10)).toBe(false)
  expect(wantsMore(first, pageSize / 2)).toBe(true)
  const whole = appendPage(undefined, page(0, 3, 3))
  expect(wantsMore(whole, 3)).toBe(false)
})

test('only what can move a row makes the list be read again', () => {
  const before = connectionView(0, 0)
  expect(movesRow(before, { ...before, lastTestAt: '2026-11-21T12:00:00.000Z' })).toBe(false)
  expect(movesRow(before, { ...before, name: 'Zebra' })).toBe(true)
  expect(movesRow(before, { ...before, status: 'revoked' })).toBe(true)
  expect(movesRow(undefined, before)).toBe(true)
})
