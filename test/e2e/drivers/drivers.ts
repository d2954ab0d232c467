import type { Driver, DriverName } from './driver'
import { serveDriver } from './serve-driver'
import { standInDriver } from './standin-driver'

const drivers: Record<DriverName, Driver | undefined> = { serve: serveDriver, desktop: standInDriver, electron: undefined }

export function driverNamed(name: DriverName): Driver {
  const driver = drivers[name]
  if (driver === undefined) throw new Error(`There is no driver named ${name} yet.`)
  return driver
}
