import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Dependencies } from '../../../src-main/engine/connection/dependencies'
import { IngressWatch } from '../../../src-main/engine/connection/ingress-watch'
import { Probe } from '../../../src-main/engine/connection/probe'
import { ProviderGate } from '../../../src-main/engine/connection/refresh/provider-gate'
import { Refresher } from '../../../src-main/engine/connection/refresh/refresher'
import type { Fetch } from '../../../src-main/engine/port'
import { createProviders } from '../../../src-main/engine/provider/registry'
import { defaultSettings } from '../../../src-shared/domain/default-settings'
import { add, newVault } from '../vault/vault-fixture'

const STEP_MS = 500
const minute = 60_000

/** A vault with that many Slack connections, authorized an hour ago, and the probe over it on a network that the test answers. */
async function manyConnections(count: number, network: Fetch) {
  const { vault, ports } = await newVault()
  await Promise.all(Array.from({ length: count }, (_, index) => add(vault, `c${index}`, `token-${index}`)))
  const { clock, files, logger } = ports
  clock.advance(60 * minute)
  /** Tokens in the order they were asked about, and when. */
  const asked: { token: string; at: number }[] = []
  const load = { open: 0, most: 0 }
  const fetch: Fetch = async (url, init) => {
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? ''
    asked.push({ token, at: clock.monotonic() })
    load.most = Math.max(load.most, ++load.open)
    return network(url, init).finally(() => load.open--)
  }
  const providers = createProviders(fetch, {}, clock.now)
  const gate = new ProviderGate(clock)
  const settings = () => defaultSettings({ kind: 'serve', demo: false })
  const deps: Dependencies = { vault, providers, clock, logger, random: Math.random, gate, settings, publish: () => undefined }
  const probe = new Probe(deps, new Refresher(deps, gate), new IngressWatch(clock))
  const pass = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= STEP_MS) {
      clock.advance(STEP_MS)
      for (let turns = 0; turns < 5; turns++) await turn()
    }
  }
  probe.start()
  onTestFinished(async () => {
    probe.stop()
    await vault.close()
  })
  return { clock, files, asked, load, pass }
}

const good: Fetch = async () => Response.json({ ok: true })

test('10,000 connections are asked about in turn, at most two a second, and nothing is written when nothing changed', async () => {
  const { files, asked, load, pass } = await manyConnections(10_000, good)
  const written = Buffer.from(files.contents.get('journal-1') ?? [])
  await pass(10 * minute)
  expect(asked.length).toBeGreaterThan(10 * 60 * 1.9)
  expect(asked.length).toBeLessThanOrEqual(10 * 60 * 2)
  expect(new Set(asked.map(({ token }) => token)).size).toBe(asked.length)
  expect(load.most).toBeLessThanOrEqual(3)
  expect(Buffer.from(files.contents.get('journal-1') ?? []).equals(written)).toBe(true)
}, 120_000)

test('every one of many connections has its turn, and its next one a quarter of an hour or so later, not all at once', async () => {
  const count = 400
  const { asked, pass } = await manyConnections(count, good)
  await pass(4 * minute)
  expect(new Set(asked.map(({ token }) => token)).size).toBe(count)
  expect(asked).toHaveLength(count)
  await pass(21 * minute)
  const again = asked.slice(count)
  expect(new Set(again.map(({ token }) => token)).size).toBe(count)
  for (const { token, at } of again.slice(0, count)) {
    const before = asked.find((first) => first.token === token)
    expect(at - (before?.at ?? 0)).toBeGreaterThanOrEqual(0.75 * 15 * minute)
  }
  const perMinute = new Map<number, number>()
  for (const { at } of again) perMinute.set(Math.floor(at / minute), (perMinute.get(Math.floor(at / minute)) ?? 0) + 1)
  expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(120)
}, 120_000)

test('a provider that does not answer has at most three probes waiting for it', async () => {
  const { asked, load, pass } = await manyConnections(50, () => new Promise(() => undefined))
  await pass(5 * minute)
  expect(load.most).toBe(3)
  expect(asked).toHaveLength(3)
})

test('a provider that is down costs a few requests, however many connections it has', async () => {
  const { asked, pass } = await manyConnections(500, async () => new Response('down', { status: 503 }))
  await pass(10 * minute)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.length).toBeLessThan(40)
})

test('a clock that is set, forward or back, makes no storm', async () => {
  const { clock, asked, pass } = await manyConnections(100, good)
  await pass(2 * minute)
  expect(asked).toHaveLength(100)
  for (const jump of [8 * 60 * minute, -16 * 60 * minute]) {
    clock.jump(jump)
    await pass(2 * minute)
    expect(asked).toHaveLength(100)
  }
})
