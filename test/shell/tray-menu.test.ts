import { describe, expect, test } from 'vitest'
import { trayMenu, trayTooltip } from '../../src-main/shell/tray-menu'

const labels = (...glance: Parameters<typeof trayMenu>) => trayMenu(...glance).map((group) => group.map(({ label }) => label))

describe('the tray says at a glance', () => {
  test('that the vault is locked, and nothing of what is in it', () => {
    expect(labels({ vault: 'locked', attention: 3 })).toEqual([['Locked'], ['Open Neurocad Connect'], ['Quit']])
  })

  test('that it is open, and how many connections need attention', () => {
    expect(labels({ vault: 'unlocked', attention: 3 })).toEqual([
      ['Unlocked', '3 connections need attention'],
      ['Open Neurocad Connect', 'Lock'],
      ['Quit'],
    ])
    expect(labels({ vault: 'unlocked', attention: 1 })[0]).toEqual(['Unlocked', '1 connection needs attention'])
  })

  test('that there is no vault, which cannot be locked', () => {
    expect(labels({ vault: 'absent', attention: 0 })).toEqual([['No vault yet'], ['Open Neurocad Connect'], ['Quit']])
  })

  test('the same in its tooltip', () => {
    expect(trayTooltip({ vault: 'locked', attention: 0 })).toBe('Neurocad Connect: Locked')
    expect(trayTooltip({ vault: 'unlocked', attention: 0 })).toBe('Neurocad Connect: Unlocked')
    expect(trayTooltip({ vault: 'unlocked', attention: 2 })).toBe('Neurocad Connect: 2 connections need attention')
  })
})

test('every entry but the status does what it says', () => {
  const acts = trayMenu({ vault: 'unlocked', attention: 2 }).map((group) => group.map(({ action }) => action))
  expect(acts).toEqual([[undefined, 'attention'], ['open', 'lock'], ['quit']])
})
