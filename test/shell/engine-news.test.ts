import { beforeEach, describe, expect, test } from 'vitest'
import { EngineNews } from '../../src-main/shell/engine-news'

let news: EngineNews
let told: unknown[]
let logged: string[]
const hear = (data: unknown) => news.hear(data, (line) => logged.push(line))

beforeEach(() => {
  news = new EngineNews()
  told = []
  logged = []
  for (const name of ['state', 'settings', 'broke', 'callbackAccepted'] as const)
    news.on(name, (...what: unknown[]) => told.push([name, ...what]))
})

const settings = { closeToTray: true, notifyBreakage: false, updates: false, updateFeed: null }
const broke = { connectionId: 'cred_1', title: 'Slack', body: 'It stopped working.' }

describe('what the engine says', () => {
  test('reaches whoever listens for it', () => {
    hear({ kind: 'state', vault: 'unlocked', attention: 2 })
    hear({ kind: 'settings', settings })
    hear({ kind: 'broke', ...broke })
    hear({ kind: 'callback_accepted' })
    expect(told).toEqual([
      ['state', { vault: 'unlocked', attention: 2 }],
      ['settings', settings],
      ['broke', broke],
      ['callbackAccepted'],
    ])
    expect(news.state).toEqual({ vault: 'unlocked', attention: 2 })
  })

  test('of the vault is unknown before the first word and after its end', () => {
    expect(news.state.vault).toBe('unknown')
    hear({ kind: 'state', vault: 'unlocked', attention: 2 })
    news.ended()
    expect(told.at(-1)).toEqual(['state', { vault: 'unknown', attention: 0 }])
    news.ended()
    expect(told).toHaveLength(2)
  })

  test('as a request is handed back to be answered', () => {
    const ask = { kind: 'ask', id: 1, name: 'keychain.status', input: null }
    expect(hear(ask)).toEqual(ask)
    expect(told).toEqual([])
  })
})

describe('what is not known is refused, and logged by its kind alone', () => {
  test.each([
    [{ kind: 'open_browser', url: 'secret-of-mine' }, 'open_browser'],
    [{ kind: 'ask', id: 1, name: 'shell.run', input: 'secret-of-mine' }, 'ask'],
    [{ kind: 'ask', id: 'secret-of-mine', name: 'keychain.status', input: null }, 'ask'],
    [{ kind: 'state', vault: 'secret-of-mine', attention: 0 }, 'state'],
    [{ kind: 'state', vault: 'locked', attention: -1 }, 'state'],
    [{ kind: 'secret of mine\n' }, 'unreadable kind'],
    [{ kind: { secret: 'secret-of-mine' } }, 'unreadable kind'],
    [{ secret: 'secret-of-mine' }, 'no kind'],
    ['secret-of-mine', 'no kind'],
    [null, 'no kind'],
    [undefined, 'no kind'],
  ])('%j', (data, kind) => {
    expect(hear(data)).toBeUndefined()
    expect(told).toEqual([])
    expect(logged).toEqual([`the engine said something that is not known here: ${kind}`])
  })
})
