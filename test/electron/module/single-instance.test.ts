import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SingleInstance } from './single-instance'

let folder: string
let started: SingleInstance[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standin-lock-'))
  started = []
})
afterEach(() => {
  for (const one of started) one.release()
  rmSync(folder, { recursive: true })
})

function start(tell: (argv: string[], data: unknown) => void = () => {}): { has: boolean; instance: SingleInstance } {
  const instance = new SingleInstance()
  started.push(instance)
  return { has: instance.request(folder, { from: 'here' }, (argv, _folder, data) => tell(argv, data)), instance }
}

test('the first start has the lock, the second does not, and the first is told what the second was given', async () => {
  const told = new Promise<{ argv: string[]; data: unknown }>((resolve) => {
    expect(start((argv, data) => resolve({ argv, data })).has).toBe(true)
  })
  expect(start().has).toBe(false)
  const { argv, data } = await told
  expect(data).toEqual({ from: 'here' })
  // As Chromium does, a switch of its own stands before what was typed.
  expect(argv).toEqual([process.argv[0], '--allow-file-access-from-files', ...process.argv.slice(1)])
})

test('a lock that was given back is free', () => {
  start().instance.release()
  expect(start().has).toBe(true)
})

test('a lock whose holder was killed is free', () => {
  // No process has this id: the largest is far below.
  writeFileSync(join(folder, 'SingletonLock.standin'), '2147483647')
  expect(start().has).toBe(true)
})

test('asking twice is answered as the first time, and leaves no call behind', () => {
  const { instance } = start()
  expect(instance.request(folder, {}, () => {})).toBe(true)
  expect(readdirSync(join(folder, 'SingletonInbox.standin'))).toEqual([])
})
