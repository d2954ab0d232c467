import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { openSession } from './desktop-client'
import { ask, identityToken, neurocadOf } from './neurocad-client'
import { sharedDemo } from './temporary-demo'

afterEach(() => {
  vi.useRealTimers()
})

const shared = sharedDemo()

const recipe = { id: 'recipe_1', name: 'To the desk' }

test('what was made of a part is its person’s alone, and is what was said of it', async () => {
  const { platform } = shared()
  const { m2m, identity, library, schematic, mechanical, shareLinks, deliveries, contentOf } = await neurocadOf(platform)
  const made = [
    await ask(library, { part: 'lm358dr' }, { m2m, identity }),
    await ask(schematic, { part: 'LM358DR' }, { m2m, identity }),
    await ask(mechanical, { part: 'LM358DR', format: 'step' }, { m2m, identity }),
  ]
  expect(made.map(({ status, body }) => [status, body.part])).toEqual(Array(3).fill([200, 'LM358DR']))
  const assets = made.flatMap(({ body }) => body.assets ?? [])
  expect(assets.map(({ fileName, kind }) => `${fileName} ${kind}`)).toEqual([
    'LM358DR.kicad_sym kicad_symbol',
    'LM358DR.kicad_mod kicad_footprint',
    'LM358DR.kicad_sch kicad_schematic',
    'LM358DR.step step',
  ])
  const noor = await identityToken(platform, 'Noor')
  for (const { id, fileName, size, sha256 } of assets) {
    expect(id).toMatch(/^asset_[0-9A-HJKMNP-TV-Z]{26}$/)
    const answer = await fetch(contentOf(id), { headers: { authorization: `Bearer ${identity}` } })
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256])
    const foreign = { status: 404, body: { error: 'asset_not_found' } }
    expect((await fetch(contentOf(id), { headers: { authorization: `Bearer ${noor}` } })).status).toBe(404)
    expect(await ask(shareLinks, { asset: id }, { identity: noor })).toMatchObject(foreign)
    expect(await ask(deliveries, { asset: id, recipe }, { identity: noor })).toMatchObject(foreign)
  }
})

test('what a service cannot do is refused by its name', async () => {
  const { platform } = shared()
  const { m2m, identity, library, schematic, mechanical, shareLinks } = await neurocadOf(platform)
  const cases = [
    [library, { part: 'NO-SUCH-PART' }, '404 part_not_found'],
    [library, { part: 'LM358DR', format: 'step' }, '422 format_not_supported'],
    [schematic, { part: 'LM358DR', format: 'symbol' }, '422 format_not_supported'],
    [mechanical, { part: 'LM358DR', format: 'kicad' }, '422 format_not_supported'],
    [library, { part: '../../LM358DR' }, '422 invalid_request'],
    [library, { part: '' }, '422 invalid_request'],
    [library, { part: 'LM358DR', more: true }, '422 invalid_request'],
    [library, 'not JSON', '422 invalid_request'],
  ] as const
  for (const [url, body, expected] of cases) {
    const answer = await ask(url, body, { m2m, identity })
    expect([body, `${answer.status} ${answer.body.error}`]).toEqual([body, expected])
  }
  for (const expiresInHours of [0, -1, 721, 'soon', null])
    expect((await ask(shareLinks, { asset: 'asset_1', expiresInHours }, { identity })).body.error).toBe('invalid_request')
})

test('the same idempotency key makes one thing, whoever is quick or forgetful; with another body it is refused', async () => {
  const { platform } = shared()
  const { m2m, identity, library, shareLinks, deliveries } = await neurocadOf(platform)
  const tokens = { m2m, identity }
  const body = { part: 'BSS138', format: 'symbol' }
  const both = await Promise.all([
    ask(library, body, { ...tokens, key: 'run_1:a' }),
    ask(library, body, { ...tokens, key: 'run_1:a' }),
  ])
  expect(both[0]).toEqual(both[1])
  expect(await ask(library, body, { ...tokens, key: 'run_1:a' })).toEqual(both[0])
  const other = await ask(library, { ...body, format: 'footprint' }, { ...tokens, key: 'run_1:a' })
  expect(other).toMatchObject({ status: 409, body: { error: 'idempotency_key_reused' } })
  const again = await ask(library, body, { ...tokens, key: 'run_2:a' })
  expect(again.body.assets?.[0]?.id).not.toBe(both[0].body.assets?.[0]?.id)
  // A key is its person's: somebody else's is another.
  const noor = await identityToken(platform, 'Noor')
  expect((await ask(library, { part: '1N4148W' }, { m2m, identity: noor, key: 'run_1:a' })).status).toBe(200)
  // What was refused may be mended under the same key.
  expect((await ask(library, { part: 'NONE' }, { ...tokens, key: 'run_3:a' })).status).toBe(404)
  expect((await ask(library, body, { ...tokens, key: 'run_3:a' })).status).toBe(200)
  const asset = both[0].body.assets?.[0]?.id
  for (const [url, wish] of [
    [shareLinks, { asset }],
    [deliveries, { asset, recipe }],
  ] as const) {
    const first = await ask(url, wish, { identity, key: 'run_1:b' })
    expect(first.body.id).toBeDefined()
    expect(await ask(url, wish, { identity, key: 'run_1:b' })).toEqual(first)
  }
})

test('an answer that is lost on its way was given all the same: the next try under its key gets it', async () => {
  const { platform } = shared()
  const { m2m, identity, library, shareLinks } = await neurocadOf(platform)
  const { body } = await ask(library, { part: 'NE555P' }, { m2m, identity })
  platform.control.dropAnswers('share_link', 2)
  const wish = { asset: body.assets?.[0]?.id }
  for (const _ of [1, 2]) await expect(ask(shareLinks, wish, { identity, key: 'run_1:c' })).rejects.toThrow('fetch failed')
  expect((await ask(library, { part: 'NE555P' }, { m2m, identity })).status).toBe(200)
  const first = await ask(shareLinks, wish, { identity, key: 'run_1:c' })
  expect(first.status).toBe(201)
  expect(await ask(shareLinks, wish, { identity, key: 'run_1:c' })).toEqual(first)
})

test('a share link opens for whoever has it until it expires, as a page in a browser and as the file elsewhere', async () => {
  const { platform } = shared()
  const { m2m, identity, library, shareLinks } = await neurocadOf(platform)
  const [asset] = (await ask(library, { part: 'AMS1117-3.3', format: 'symbol' }, { m2m, identity })).body.assets ?? []
  const { status, body } = await ask(shareLinks, { asset: asset?.id, expiresInHours: '2' }, { identity })
  expect(status).toBe(201)
  const url = body.url ?? ''
  expect(Math.abs(Date.parse(body.expiresAt ?? '') - Date.now() - 2 * 3_600_000)).toBeLessThan(60_000)
  const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }
  const page = await fetch(url, browser)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const download = /href="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  for (const answer of [await fetch(url), await fetch(new URL(download, url), browser)]) {
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="AMS1117-3.3.kicad_sym"')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const hash = createHash('sha256').update(Buffer.from(await answer.arrayBuffer()))
    expect(hash.digest('hex')).toBe(asset?.sha256)
  }
  for (const guess of [url.slice(0, -1), `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`])
    expect((await fetch(guess)).status).toBe(404)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(body.expiresAt ?? '') })
  const expired = await fetch(url)
  expect([expired.status, await expired.json()]).toMatchObject([410, { error: 'share_link_expired' }])
  const expiredPage = await fetch(url, browser)
  expect([expiredPage.status, await expiredPage.text()]).toEqual([410, expect.stringContaining('This link has expired')])
})

test('an asset that is sent reaches the desktop of its person, with its own bytes, from any of them on', async () => {
  const { platform } = shared()
  const { m2m, identity, library, deliveries, sessionManager } = await neurocadOf(platform)
  const [asset] = (await ask(library, { part: 'TPS54331DR', format: 'symbol' }, { m2m, identity })).body.assets ?? []
  const waiting = await ask(deliveries, { asset: asset?.id, recipe }, { identity })
  expect(waiting).toMatchObject({ status: 202, body: { state: 'waiting' } })
  const session = await openSession(sessionManager, identity)
  const sender = { subject: 'user_demo_ada', label: 'Ada Lindqvist' }
  const { id = '', ...told } = await session.about(waiting.body.id)
  expect(told).toMatchObject({ type: 'delivery', sender, recipe, name: 'TPS54331DR.kicad_sym', sha256: asset?.sha256 })
  const headers = { authorization: `Bearer ${identity}` }
  const whole = await (await fetch(`${deliveries}/${id}/content`, { headers })).text()
  expect(createHash('sha256').update(whole).digest('hex')).toBe(asset?.sha256)
  const rest = await fetch(`${deliveries}/${id}/content`, { headers: { ...headers, range: 'bytes=100-' } })
  expect([rest.status, await rest.text()]).toEqual([206, whole.slice(100)])
  const renamed = await ask(deliveries, { asset: asset?.id, fileName: '../for ada.kicad_sym', recipe }, { identity })
  expect(renamed.body.state).toBe('announced')
  expect(await session.about(renamed.body.id)).toMatchObject({ name: '../for ada.kicad_sym' })
})

test('assets, links, deliveries, keys and tokens of before a restart are as good after it', async () => {
  const demo = shared()
  const before = await neurocadOf(demo.platform)
  const tokens = { m2m: before.m2m, identity: before.identity }
  const made = await ask(before.library, { part: 'W25Q128JVSIQ', format: 'symbol' }, { ...tokens, key: 'run_9:a' })
  const asset = made.body.assets?.[0]?.id ?? ''
  const link = await ask(before.shareLinks, { asset }, { identity: before.identity, key: 'run_9:b' })
  const sent = await ask(before.deliveries, { asset, recipe }, { identity: before.identity, key: 'run_9:c' })
  await demo.restart()
  const after = await neurocadOf(demo.platform)
  expect(await ask(after.library, { part: 'W25Q128JVSIQ', format: 'symbol' }, { ...tokens, key: 'run_9:a' })).toEqual(made)
  const headers = { authorization: `Bearer ${before.identity}` }
  expect((await fetch(after.contentOf(asset), { headers })).status).toBe(200)
  const linkNow = await ask(after.shareLinks, { asset }, { identity: before.identity, key: 'run_9:b' })
  expect(linkNow.body.id).toBe(link.body.id)
  const moved = (link.body.url ?? '').replace(/^http:..[^/]+/, demo.platform.urls.platform)
  expect([linkNow.body.url, (await fetch(moved)).status]).toEqual([moved, 200])
  expect(await ask(after.deliveries, { asset, recipe }, { identity: before.identity, key: 'run_9:c' })).toEqual(sent)
  const session = await openSession(after.sessionManager, before.identity)
  expect(await session.about(sent.body.id)).toMatchObject({ type: 'delivery' })
})
