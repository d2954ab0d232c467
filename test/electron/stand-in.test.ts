import type { App } from 'electron'
import { expect, test } from 'vitest'
import { standIn, standInClass } from './stand-in'

const app = standIn<App>('app')({ getVersion: () => '1.2.3' })

test('what is stood in for works, and what is not says so by name', () => {
  expect(app.getVersion()).toBe('1.2.3')
  expect(() => app.getLocale()).toThrow('stand-in: app.getLocale is not implemented')
  expect(() => {
    app.name = 'x'
  }).toThrow('stand-in: app.name is not implemented')
})

test('it can be awaited and printed like any object', async () => {
  expect(await Promise.resolve(app)).toBe(app)
  expect(JSON.stringify(app)).toBe('{}')
})

test('so do the static members of a class', () => {
  const make = () => standIn<Electron.Notification>('Notification')({ title: '' })
  const Notification = standInClass<typeof Electron.Notification>('Notification', make, { isSupported: () => true })
  expect(Notification.isSupported()).toBe(true)
  expect(new Notification().title).toBe('')
  expect(() => Notification.getHistory()).toThrow('stand-in: Notification.getHistory is not implemented')
})

test('a member that Electron does not have, or has otherwise, does not compile', () => {
  // @ts-expect-error: electron.d.ts has no getWeather
  standIn<App>('app')({ getWeather: () => 'rain' })
  // @ts-expect-error: it answers a string
  standIn<App>('app')({ getVersion: () => 3 })
  // @ts-expect-error: electron.d.ts has no static member of that name
  standInClass<typeof Electron.Tray>('Tray', () => new Electron.Tray(''), { count: () => 1 })
})
