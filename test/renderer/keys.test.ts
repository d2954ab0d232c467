import { describe, expect, test } from 'vitest'
import { moveInList } from '../../src-renderer/lib/list-keys'
import { firesOverDialogs, firesWhileTyping, shortcutOf } from '../../src-renderer/lib/shortcuts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('shortcuts', () => {
  test('Ctrl and Cmd are the same key, whatever the capitals', () => {
    expect(press('l', { ctrlKey: true })).toBe('mod+l')
    expect(press('L', { metaKey: true })).toBe('mod+l')
  })
  test('a question mark is one whether or not its layout needs Shift', () => {
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press('?')).toBe('?')
  })
  test('letters belong to whoever is typing; Ctrl, Cmd and Escape work everywhere', () => {
    expect(['r', 't', '/', '?', 'j', 'Enter'].some(firesWhileTyping)).toBe(false)
    expect(['mod+k', 'mod+l', 'Escape'].every(firesWhileTyping)).toBe(true)
  })
  test('locking works over a dialog, and nothing else does', () => {
    expect(['mod+l', 'mod+k', 'Escape', 'r'].filter(firesOverDialogs)).toEqual(['mod+l'])
  })
})

describe('walking a list', () => {
  test('j and Down go on, k and Up go back, and both stop at the ends', () => {
    expect(moveInList('j', 0, 3)).toBe(1)
    expect(moveInList('ArrowDown', 2, 3)).toBe(2)
    expect(moveInList('k', 0, 3)).toBe(0)
    expect(moveInList('ArrowUp', 2, 3)).toBe(1)
  })
  test('the first key enters the list at the end it comes from', () => {
    expect(moveInList('j', undefined, 3)).toBe(0)
    expect(moveInList('k', undefined, 3)).toBe(2)
  })
  test('an empty list leads nowhere, and other keys are not for it', () => {
    expect(moveInList('j', undefined, 0)).toBeUndefined()
    expect(moveInList('x', 1, 3)).toBeUndefined()
  })
})
