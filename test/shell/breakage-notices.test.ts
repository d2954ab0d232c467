import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BreakageNotices, type Notice } from '../../src-main/shell/breakage-notices'

let shown: Notice[]
let wanted: boolean
let watched: boolean
let notices: BreakageNotices
beforeEach(() => {
  vi.useFakeTimers()
  shown = []
  wanted = true
  watched = false
  notices = new BreakageNotices({ wanted: () => wanted, watched: () => watched, show: (notice) => shown.push(notice) })
})
afterEach(() => {
  vi.useRealTimers()
})

const breaks = (connectionId: string, title = `${connectionId} needs attention`) =>
  notices.broke({ connectionId, title, body: 'Its access was revoked.' })
const later = () => vi.advanceTimersByTime(5000)

describe('a connection that breaks', () => {
  test('is told in a notification that opens its page', () => {
    breaks('cred_1', 'Slack needs attention')
    later()
    expect(shown).toEqual([{ title: 'Slack needs attention', body: 'Its access was revoked.', path: '/connect/cred_1' }])
  })

  test('is told with others that break at the same time, in one notification that opens the list', () => {
    for (const id of ['cred_1', 'cred_2', 'cred_3']) breaks(id)
    later()
    expect(shown).toEqual([
      {
        title: '3 connections need attention',
        body: 'cred_1 needs attention\ncred_2 needs attention\ncred_3 needs attention',
        path: '/attention',
      },
    ])
  })

  test('is told once although it breaks twice in a moment', () => {
    breaks('cred_1')
    breaks('cred_1')
    later()
    expect(shown.map(({ path }) => path)).toEqual(['/connect/cred_1'])
  })

  test('is told again when it breaks again later', () => {
    breaks('cred_1')
    later()
    breaks('cred_1')
    later()
    expect(shown).toHaveLength(2)
  })

  test('leads to no other page, whatever its id holds', () => {
    breaks('../settings?x#y')
    later()
    expect(shown[0]?.path).toBe('/connect/..%2Fsettings%3Fx%23y')
  })
})

describe('nothing is told', () => {
  test('while the window is in front', () => {
    watched = true
    breaks('cred_1')
    watched = false
    later()
    expect(shown).toEqual([])
  })

  test('when the person came to the window meanwhile', () => {
    breaks('cred_1')
    watched = true
    later()
    expect(shown).toEqual([])
  })

  test('to an owner who wants no notifications', () => {
    wanted = false
    breaks('cred_1')
    later()
    expect(shown).toEqual([])
  })
})

test('a hundred that break at once are one notification of a few lines', () => {
  for (let each = 1; each <= 100; each++) breaks(`cred_${each}`)
  later()
  expect(shown).toEqual([
    {
      title: '100 connections need attention',
      body: 'cred_1 needs attention\ncred_2 needs attention\ncred_3 needs attention\nAnd 97 more',
      path: '/attention',
    },
  ])
})

test('a vault that is locked before it was told takes the notification along; a later one is told', () => {
  breaks('cred_1')
  notices.forget()
  later()
  expect(shown).toEqual([])
  breaks('cred_2')
  later()
  expect(shown.map(({ path }) => path)).toEqual(['/connect/cred_2'])
})
