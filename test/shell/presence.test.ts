import { beforeEach, describe, expect, test } from 'vitest'
import { Presence, type PresenceParts } from '../../src-main/shell/presence'

let told: unknown[]
let running: { milliseconds: number; run(): void }[]
let presence: Presence
let idle: number
let now: number
let parts: PresenceParts

beforeEach(() => {
  told = []
  running = []
  idle = 42
  now = 1_000_000
  parts = {
    idleSeconds: () => idle,
    zeroMayBeIgnorance: false,
    now: () => now,
    every(milliseconds, run) {
      const entry = { milliseconds, run }
      running.push(entry)
      return () => {
        running = running.filter((other) => other !== entry)
      }
    },
    tell: (message) => told.push(message),
  }
  presence = new Presence(parts)
})

const pass = () => {
  for (const { run } of running) run()
}

describe('while the vault is open', () => {
  test('the engine hears every five seconds how long nobody touched the computer', () => {
    presence.vaultIs({ vault: 'unlocked' })
    expect(running.map(({ milliseconds }) => milliseconds)).toEqual([5_000])
    pass()
    expect(told).toEqual([{ kind: 'idle', seconds: 42 }])
  })

  test('it hears it once, however often the vault is said to be open', () => {
    for (let n = 0; n < 5; n++) presence.vaultIs({ vault: 'unlocked' })
    pass()
    expect(told).toHaveLength(1)
  })
})

test.each(['locked', 'absent', 'unknown'] as const)('nobody is watched while the vault is %s', (vault) => {
  presence.vaultIs({ vault })
  expect(running).toEqual([])
  presence.vaultIs({ vault: 'unlocked' })
  presence.vaultIs({ vault })
  expect(running).toEqual([])
  presence.vaultIs({ vault: 'unlocked' })
  expect(running).toHaveLength(1)
})

describe('where a system may not know, and says 0 then', () => {
  const poll = (seconds: number) => {
    idle = seconds
    now += 5_000
    pass()
    return told.at(-1)
  }
  beforeEach(() => {
    presence = new Presence({ ...parts, zeroMayBeIgnorance: true })
    now += 3_600_000
    presence.vaultIs({ vault: 'unlocked' })
  })

  test('a system that only ever says 0 shows nobody: time passes from the opening of the vault', () => {
    expect([poll(0), poll(0), poll(0)]).toEqual([5, 10, 15].map((seconds) => ({ kind: 'idle', seconds })))
  })

  test('what happens in our own windows shows somebody', () => {
    poll(0)
    presence.touched()
    expect([poll(0), poll(0)]).toEqual([5, 10].map((seconds) => ({ kind: 'idle', seconds })))
  })

  test('a system that once said anything else knows, and its 0 is somebody who works in another program', () => {
    poll(0)
    expect([poll(2), poll(0), poll(0)]).toEqual([2, 0, 0].map((seconds) => ({ kind: 'idle', seconds })))
    presence.vaultIs({ vault: 'locked' })
    presence.vaultIs({ vault: 'unlocked' })
    expect(poll(0)).toEqual({ kind: 'idle', seconds: 0 })
  })
})

test('where a system always knows, its 0 is somebody', () => {
  presence.vaultIs({ vault: 'unlocked' })
  idle = 0
  now += 60_000
  pass()
  expect(told).toEqual([{ kind: 'idle', seconds: 0 }])
})

test('a locked screen, sleep and waking are said as they come', () => {
  presence.screenLocked()
  presence.sleeps()
  presence.wakes()
  expect(told).toEqual(['screen_locked', 'sleep', 'wake'].map((moment) => ({ kind: 'presence', moment })))
})
