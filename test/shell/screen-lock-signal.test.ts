import { describe, expect, test } from 'vitest'
import { type BusSignal, locksSession, savesScreen, sessionRules, systemRules } from '../../src-main/shell/screen-lock-signal'

const ours = '/org/freedesktop/login1/session/_32'
const saver: BusSignal = {
  path: '/org/gnome/ScreenSaver',
  interface: 'org.gnome.ScreenSaver',
  member: 'ActiveChanged',
  body: [true],
}
const lock: BusSignal = { path: ours, interface: 'org.freedesktop.login1.Session', member: 'Lock', body: [] }
const hint = (value: unknown, of = 'org.freedesktop.login1.Session'): BusSignal => ({
  path: ours,
  interface: 'org.freedesktop.DBus.Properties',
  member: 'PropertiesChanged',
  body: [of, { LockedHint: value }, []],
})

describe('on the session bus the screen is locked', () => {
  test.each(['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'])('when the lock screen of %s appears', (desktop) => {
    const name = `org.${desktop}.ScreenSaver`
    expect(savesScreen({ ...saver, interface: name })).toBe(true)
    expect(sessionRules).toContain(`type='signal',interface='${name}',member='ActiveChanged'`)
  })

  test.each<[string, Partial<BusSignal>]>([
    ['when it goes', { body: [false] }],
    ['when nothing is said', { body: [] }],
    ['for a number', { body: [1] }],
    ['for a text', { body: ['true'] }],
    ['by another signal', { member: 'WakeUpScreen' }],
    ['by another program', { interface: 'org.example.ScreenSaver' }],
  ])('but not %s', (_name, change) => {
    expect(savesScreen({ ...saver, ...change })).toBe(false)
  })
})

describe('on the system bus our session is locked', () => {
  test('when logind asks for it, and when the desktop says that it is', () => {
    expect(locksSession(lock, ours)).toBe(true)
    expect(locksSession(hint({ signature: 'b', value: true }), ours)).toBe(true)
  })

  test.each<[string, BusSignal]>([
    ['for the session of another person', { ...lock, path: '/org/freedesktop/login1/session/_33' }],
    ['when it is unlocked', { ...lock, member: 'Unlock' }],
    ['when the hint goes', hint({ signature: 'b', value: false })],
    ['for a hint that is no variant', hint(true)],
    ['for a hint that is a text', hint({ signature: 's', value: 'true' })],
    ['for the hint of something else', hint({ signature: 'b', value: true }, 'org.freedesktop.login1.Seat')],
    ['for a change without a hint', { ...hint(null), body: ['org.freedesktop.login1.Session', {}, ['LockedHint']] }],
    ['for a change without a body', { ...hint(null), body: [] }],
    ['for a change that is nothing', { ...hint(null), body: ['org.freedesktop.login1.Session', null] }],
    ['by a screen saver', saver],
  ])('but not %s', (_name, signal) => {
    expect(locksSession(signal, ours)).toBe(false)
  })

  test('and nobody but logind is heard of it', () => {
    for (const rule of systemRules(ours)) expect(rule).toContain(`sender='org.freedesktop.login1',path='${ours}'`)
  })
})
