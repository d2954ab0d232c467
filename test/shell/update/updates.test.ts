import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FoundUpdate, UpdaterPort } from '../../../src-main/shell/update/updater-port'
import { Updates, type UpdatesOptions } from '../../../src-main/shell/update/updates'

const builtInFeed = 'https://built-in.example.com/'
const on = { updates: true, updateFeed: null }

let loaded: number
let looked: string[]
let installed: number
let prepared: number[]
let finds: () => Promise<FoundUpdate | undefined>
const port: UpdaterPort = {
  look: (feed) => {
    looked.push(feed)
    return finds()
  },
  install: () => {
    installed++
  },
}

beforeEach(() => {
  vi.useFakeTimers()
  loaded = 0
  looked = []
  installed = 0
  prepared = []
  finds = async () => undefined
})
afterEach(() => {
  vi.useRealTimers()
})

const updatesWith = (options: Partial<UpdatesOptions> = {}) =>
  new Updates({
    impossible: undefined,
    builtInFeed,
    load: async () => {
      loaded++
      return port
    },
    beforeInstall: () => prepared.push(installed),
    ...options,
  })

/** Everything that is on its way arrives; hours are not among it. */
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('updates are off', () => {
  test('until the owner wants them: nothing is loaded and nobody is asked', async () => {
    const updates = updatesWith()
    updates.follow({ updates: false, updateFeed: 'https://feed.example.com/' })
    expect(await updates.check()).toEqual({ state: 'off', version: null, detail: 'Updates are off.' })
    expect(await updates.install()).toMatchObject({ state: 'off' })
    expect({ loaded, looked, installed }).toEqual({ loaded: 0, looked: [], installed: 0 })
  })

  test('again when the owner no longer wants them', async () => {
    const updates = updatesWith()
    updates.follow(on)
    await settle()
    updates.follow({ updates: false, updateFeed: null })
    await vi.advanceTimersByTimeAsync(48 * 3600_000)
    expect(looked).toHaveLength(1)
    expect(updates.status.state).toBe('off')
  })

  test('where the program cannot update itself, and says why', async () => {
    const updates = updatesWith({ impossible: 'No package.' })
    updates.follow(on)
    expect(await updates.check()).toEqual({ state: 'off', version: null, detail: 'No package.' })
    expect(loaded).toBe(0)
  })

  test('without an address to ask', () => {
    const updates = updatesWith({ builtInFeed: undefined })
    updates.follow(on)
    expect(updates.status).toMatchObject({ state: 'off', detail: expect.stringMatching(/address/) })
  })

  test.each(['http://feed.example.com/', 'file:///feed', 'x'])('for a feed that is not https: %s', async (updateFeed) => {
    const updates = updatesWith()
    updates.follow({ updates: true, updateFeed })
    await updates.check()
    expect(updates.status.state).toBe('off')
    expect(looked).toEqual([])
  })
})

describe('updates that are on', () => {
  test('are looked for at once and twice a day, at the built-in feed', async () => {
    updatesWith().follow(on)
    await vi.advanceTimersByTimeAsync(24 * 3600_000)
    expect(looked).toEqual([builtInFeed, builtInFeed, builtInFeed])
    expect(loaded).toBe(1)
  })

  test('are looked for at the owner’s feed in its place', async () => {
    updatesWith().follow({ updates: true, updateFeed: 'https://own.example.com/' })
    await settle()
    expect(looked).toEqual(['https://own.example.com/'])
  })

  test('are not looked for again because other settings changed', async () => {
    const updates = updatesWith()
    updates.follow(on)
    updates.follow({ ...on })
    await settle()
    expect(looked).toHaveLength(1)
  })

  test('are fetched, and installed when a person says so and not before', async () => {
    let fetched: () => void = () => {}
    finds = async () => ({
      version: '2.0.0',
      fetched: new Promise<void>((resolve) => {
        fetched = resolve
      }),
    })
    const updates = updatesWith()
    updates.follow(on)
    await settle()
    expect(updates.status).toEqual({ state: 'downloading', version: '2.0.0', detail: null })
    await updates.install()
    expect(installed).toBe(0)
    fetched()
    await settle()
    expect(await updates.install()).toEqual({ state: 'ready', version: '2.0.0', detail: null })
    expect(installed).toBe(1)
    expect(prepared, 'the window is let go before, and only then').toEqual([0])
  })

  test('that are ready stay so when looked for again', async () => {
    finds = async () => ({ version: '2.0.0', fetched: Promise.resolve() })
    const updates = updatesWith()
    updates.follow(on)
    await settle()
    await updates.check()
    expect(updates.status.state).toBe('ready')
    expect(looked).toHaveLength(1)
  })

  test('are looked for once, however many ask', async () => {
    const updates = updatesWith()
    updates.follow(on)
    await Promise.all([updates.check(), updates.check()])
    expect(looked).toHaveLength(1)
  })
})

describe('an update that fails', () => {
  test.each<[string, () => Promise<FoundUpdate | undefined>]>([
    ['to be looked for', () => Promise.reject(new Error('https://secret.example.com refused'))],
    ['to be fetched', async () => ({ version: '2.0.0', fetched: Promise.reject(new Error('sha512 of /home/a differs')) })],
  ])('%s says so in a sentence of ours, and is tried again', async (_how, failing) => {
    finds = failing
    const updates = updatesWith()
    updates.follow(on)
    await settle()
    expect(updates.status).toEqual({
      state: 'failed',
      version: null,
      detail: 'The update could not be fetched or checked. Nothing was changed.',
    })
    finds = async () => undefined
    expect(await updates.check()).toMatchObject({ state: 'none' })
  })
})
