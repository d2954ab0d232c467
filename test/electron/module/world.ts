import type { BrowserContext } from 'playwright-core'
import { AddressMap } from '../chromium/address-map'
import { Recorder } from '../control/recorder'
import { PortHub } from '../ports/port-hub'

/** What the parts of the module share: one of each in the shell's process, as there is one browser process in Electron. */
export const hub = new PortHub()
export const addresses = new AddressMap()
export const recorder = new Recorder()

let started: BrowserContext | undefined

export function setBrowser(context: BrowserContext): void {
  started = context
}

/** Throws before the application is ready. */
export function theBrowser(): BrowserContext {
  if (!started) throw new Error('stand-in: the browser has not started')
  return started
}
