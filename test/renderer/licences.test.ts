import { afterEach, expect, test, vi } from 'vitest'
import { readLicences } from '../../src-renderer/lib/licences'

afterEach(() => vi.unstubAllGlobals())

const answer = (body: string, type: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }))

const zod = { name: 'zod', version: '4.6.7', licence: 'MIT', text: 'MIT License …' }

test('the list is read entry by entry, and an entry that is none is left out', async () => {
  answer(JSON.stringify([zod, { name: 'odd' }, null]), 'application/json; charset=utf-8')
  expect(await readLicences()).toEqual([zod])
})

test('a build without a list has none: refused, answered with the page, or not to be read', async () => {
  answer('', 'application/json', 404)
  expect(await readLicences()).toBeUndefined()
  answer('<!doctype html>', 'text/html')
  expect(await readLicences()).toBeUndefined()
  answer('[{', 'application/json')
  expect(await readLicences()).toBeUndefined()
})
