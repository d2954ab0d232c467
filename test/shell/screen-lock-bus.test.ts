import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Message, type MessageBus, Variant } from '@jellybrick/dbus-next'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ScreenLockWatch, watchScreenLock } from '../../src-main/shell/screen-lock-bus'
import { locksSession, savesScreen } from '../../src-main/shell/screen-lock-signal'
import { hasBusDaemon, PrivateBus, say } from './private-bus'

const ours = '/org/freedesktop/login1/session/_32'
const login = 'org.freedesktop.login1'

let locked: number
let watch: ScreenLockWatch | undefined
const start = async () => {
  watch = await watchScreenLock(() => locked++)
  return watch
}

beforeEach(() => {
  locked = 0
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere/session')
  vi.stubEnv('DBUS_SYSTEM_BUS_ADDRESS', 'unix:path=/nowhere/system')
})
afterEach(() => {
  watch?.close()
  watch = undefined
  vi.unstubAllEnvs()
})

test('where there is no bus, that is said, and nothing breaks', async () => {
  expect((await start()).watching).toBe(false)
})

/** What a bus may say once it has let us in, and no library can read. Each is a header of 16 bytes with what it promises. */
const unreadable: [string, () => Buffer][] = [
  ['a message of four gigabytes', () => header(0xffff_ffff, 0xffff_fff0)],
  ['fields that are none', () => Buffer.concat([header(0, 16), Buffer.alloc(16, 'A')])],
]

test.each(unreadable)('a bus that says %s is left, and ends nothing else', async (_name, said) => {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-bus-'))
  const left: Promise<unknown>[] = []
  const bus = createServer((program) => {
    left.push(once(program, 'close'))
    // Its name is asked for, then it is sent what nobody asked for.
    program.once('data', () => program.write('OK 1234deadbeef\r\n', () => program.once('data', () => program.write(said()))))
  }).listen(join(folder, 'bus'))
  await once(bus, 'listening')
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${join(folder, 'bus')}`)
  expect((await start()).watching).toBe(false)
  await Promise.all(left)
  bus.close()
  await rm(folder, { recursive: true })
})

/** Of a method's return in the order of bytes that most computers have (D-Bus Specification, "Message Format"). */
function header(bodyLength: number, fieldsLength: number): Buffer {
  const bytes = Buffer.from([0x6c, 2, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
  bytes.writeUInt32LE(bodyLength, 4)
  bytes.writeUInt32LE(fieldsLength, 12)
  return bytes
}

if (hasBusDaemon) onRealBuses()
else {
  // The machine has no dbus-daemon: what the signals mean is tried without one, so that nothing counts as passed that was not.
  test('without a bus to try, a lock is told from an unlock by the signals alone', () => {
    const saver = { path: '/s', interface: 'org.gnome.ScreenSaver', member: 'ActiveChanged' }
    expect([savesScreen({ ...saver, body: [true] }), savesScreen({ ...saver, body: [false] })]).toEqual([true, false])
    const session = { path: ours, interface: `${login}.Session`, body: [] }
    expect(['Lock', 'Unlock'].map((member) => locksSession({ ...session, member }, ours))).toEqual([true, false])
  })
}

function onRealBuses() {
  describe('on a session bus', () => {
    let bus: PrivateBus
    let screenSaver: MessageBus
    const activeChanged = (active: boolean) =>
      say(screenSaver, '/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver', 'ActiveChanged', 'b', [active])

    beforeEach(async () => {
      bus = await PrivateBus.start()
      vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.address)
      screenSaver = await bus.program('org.gnome.ScreenSaver')
    })
    afterEach(async () => {
      screenSaver.disconnect()
      await bus.stop()
    })

    test('the lock screen is noticed when it appears, and not when it goes', async () => {
      expect((await start()).watching).toBe(true)
      await activeChanged(false)
      await activeChanged(true)
      await expect.poll(() => locked).toBe(1)
    })

    test('the end of the bus harms nothing', async () => {
      await start()
      const other = await PrivateBus.start()
      await bus.stop()
      bus = other
      screenSaver = await bus.program('org.gnome.ScreenSaver')
      expect(locked).toBe(0)
    })

    test('nothing is heard after the watch was closed', async () => {
      const { close } = await start()
      await activeChanged(true)
      await expect.poll(() => locked).toBe(1)
      close()
      await activeChanged(true)
      await start()
      await activeChanged(true)
      await expect.poll(() => locked).toBe(2)
    })
  })

  describe('on a system bus', () => {
    let bus: PrivateBus
    let logind: MessageBus

    beforeEach(async () => {
      bus = await PrivateBus.start()
      vi.stubEnv('DBUS_SYSTEM_BUS_ADDRESS', bus.address)
      logind = await bus.program(login)
    })
    afterEach(async () => {
      logind.disconnect()
      await bus.stop()
    })

    /** logind, which knows which session a process belongs to. */
    const answering = () =>
      logind.addMethodHandler((asked: Message) => {
        if (asked.member !== 'GetSessionByPID' || asked.body[0] !== process.pid) return false
        logind.send(Message.newMethodReturn(asked, 'o', [ours]))
        return true
      })
    const lockedHint = (value: boolean) =>
      say(logind, ours, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [
        `${login}.Session`,
        { LockedHint: new Variant('b', value) },
        [],
      ])

    test('our session is noticed when it is to be locked, and when it says that it is', async () => {
      answering()
      expect((await start()).watching).toBe(true)
      await say(logind, ours, `${login}.Session`, 'Lock')
      await expect.poll(() => locked).toBe(1)
      await lockedHint(false)
      await lockedHint(true)
      await expect.poll(() => locked).toBe(2)
    })

    test('the session of another person, and whoever is not logind, are not', async () => {
      answering()
      await start()
      const stranger = await bus.program('org.example.Stranger')
      await say(stranger, ours, `${login}.Session`, 'Lock')
      await say(logind, '/org/freedesktop/login1/session/_33', `${login}.Session`, 'Lock')
      await say(logind, ours, `${login}.Session`, 'Unlock')
      await lockedHint(true)
      await expect.poll(() => locked).toBe(1)
      stranger.disconnect()
    })

    test('a program that the desktop started outside every session belongs to the session of its person', async () => {
      logind.addMethodHandler((asked: Message) => {
        if (asked.member === 'GetSessionByPID')
          logind.send(Message.newError(asked, `${login}.NoSessionForPID`, 'PID does not belong to any known session'))
        else if (asked.member === 'GetSession' && asked.body[0] === 'auto')
          logind.send(Message.newMethodReturn(asked, 'o', [ours]))
        else return false
        return true
      })
      expect((await start()).watching).toBe(true)
      await say(logind, ours, `${login}.Session`, 'Lock')
      await expect.poll(() => locked).toBe(1)
    })

    test('a logind that knows no session of ours is as if it were not there', async () => {
      expect((await start()).watching).toBe(false)
    })
  })
}
