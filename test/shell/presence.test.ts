import { beforeEach, describe, expect, test } from 'vitest'
import { Presence, type PresenceParts } from '../../src-main/shell/presence'

let told: unknown[]
let running: { milliseconds: number; run(): void }[]
let presence: Presence

beforeEach(() => {
  told = []
  running = []
  const parts: PresenceParts = {
    idleSeconds: () => 42,
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

test('a locked screen, sleep and waking are said as they come', () => {
  presence.screenLocked()
  presence.sleeps()
  presence.wakes()
  expect(told).toEqual(['screen_locked', 'sleep', 'wake'].map((moment) => ({ kind: 'presence', moment })))
})
