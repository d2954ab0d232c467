import { expect, test, vi } from 'vitest'
import { BreakageReport } from '../../../src-main/host/bridge/breakage-report'
import { OwnCommands } from '../../../src-main/host/bridge/own-commands'
import { VaultReport } from '../../../src-main/host/bridge/vault-report'
import { VaultWatch } from '../../../src-main/host/vault-watch'
import type { ToShell } from '../../../src-shared/bridge/engine-message'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { FakeClock } from '../../fakes/clock'
import { connectionView, FakeEngine, orgConnectionId, owner, teammate } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

const password = 'correct horse'

/** An engine whose shell hears what becomes of it. `needing` is what the vault's own tally says. */
function reported(state: 'absent' | 'locked' = 'locked') {
  const fake = new FakeEngine(state, password)
  const clock = new FakeClock()
  const told: ToShell[] = []
  const shell = { tell: (message: ToShell) => void told.push(message) }
  const tally = { needing: 0, counted: 0 }
  fake.useCases.connection.list = async (_, input) => {
    tally.counted++
    expect(input).toEqual({ needs: 'attention', limit: 1 })
    return { items: [], nextCursor: null, total: tally.needing }
  }
  const commands = new OwnCommands(owner, clock)
  const watch = new VaultWatch(fake)
  const engine = commands.watching(watch.engine)
  const report = new VaultReport({ engine, owner, shell, clock, logger: new FakeLogger() })
  for (const watcher of [report, new BreakageReport({ owner, shell, clock, commands })]) watch.add(watcher)
  report.say()
  const states = () => told.flatMap((message) => (message.kind === 'state' ? [[message.vault, message.attention]] : []))
  const broke = () => told.flatMap((message) => (message.kind === 'broke' ? [message] : []))
  const at = () => new Date(clock.now()).toISOString()
  const change = (view: Partial<ConnectionView>) =>
    fake.emit({ event: { kind: 'connection', connection: connectionView({ statusAt: at(), ...view }) }, audience: 'org' })
  return { fake, engine, clock, tally, states, broke, change }
}

const needs = { status: 'needs_reauth', statusMessage: 'The provider revoked its tokens.' } as const

test('the shell hears how the vault stands at the start and at every turn, once each', async () => {
  const { engine, states } = reported('absent')
  await engine.create(password)
  await engine.lock()
  await engine.unlock({ password })
  await engine.unlock({ password })
  expect(states()).toEqual([
    ['absent', 0],
    ['unlocked', 0],
    ['locked', 0],
    ['unlocked', 0],
  ])
})

test('the number that needs attention is counted at the opening and after changes, a burst of them once', async () => {
  const { engine, clock, tally, states, change } = reported()
  tally.needing = 2
  await engine.unlock({ password })
  await vi.waitFor(() => expect(states().at(-1)).toEqual(['unlocked', 2]))
  tally.needing = 5
  for (let each = 0; each < 100; each++) change(needs)
  expect(tally.counted).toBe(1)
  clock.advance(250)
  await vi.waitFor(() => expect(states().at(-1)).toEqual(['unlocked', 5]))
  expect(tally.counted).toBe(2)
})

test('a locked vault has nothing that needs attention, and what was about to be counted is not', async () => {
  const { engine, clock, tally, states, change } = reported()
  tally.needing = 2
  await engine.unlock({ password })
  await vi.waitFor(() => expect(states().at(-1)).toEqual(['unlocked', 2]))
  change(needs)
  await engine.lock()
  clock.advance(1000)
  expect(states().at(-1)).toEqual(['locked', 0])
  expect(tally.counted).toBe(1)
})

test('a connection that broke by itself is told, in words for a person, and once', async () => {
  const { engine, broke, change } = reported()
  await engine.unlock({ password })
  change({ status: 'active' })
  change(needs)
  change({ ...needs, status: 'error' })
  const { name } = connectionView()
  expect(broke()).toEqual([
    { kind: 'broke', connectionId: orgConnectionId, title: `${name} needs attention`, body: needs.statusMessage },
  ])
})

test('what its owner’s own test finds is shown where it was asked, and not told', async () => {
  const { fake, engine, clock, broke, change } = reported()
  fake.useCases.connection.test = async () => {
    change(needs)
    return { result: 'failure', at: '2026-11-21T09:30:00.000Z' }
  }
  await engine.unlock({ password })
  await engine.useCases.connection.test({ actor: owner, callbackOrigin: null }, { id: orgConnectionId })
  expect(broke()).toEqual([])

  change({ status: 'active' })
  clock.advance(2001)
  change(needs)
  expect(broke()).toHaveLength(1)
})

test('what somebody else’s test finds is told', async () => {
  const { fake, engine, broke, change } = reported()
  fake.useCases.connection.test = async () => {
    change(needs)
    return { result: 'failure', at: '2026-11-21T09:30:00.000Z' }
  }
  await engine.unlock({ password })
  await engine.useCases.connection.test({ actor: teammate, callbackOrigin: null }, { id: orgConnectionId })
  expect(broke()).toHaveLength(1)
})

test('what is somebody else’s alone is not told', async () => {
  const { engine, broke, change } = reported()
  await engine.unlock({ password })
  change({ ...needs, visibility: 'private', owner: { subject: teammate.subject, label: teammate.label } })
  expect(broke()).toEqual([])
})
