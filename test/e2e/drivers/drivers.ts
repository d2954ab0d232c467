import type { Driver, DriverName } from './driver'
import { serveDriver } from './serve-driver'

const drivers: Partial<Record<DriverName, Driver>> = { serve: serveDriver }

export function driverNamed(name: DriverName): Driver {
  const driver = drivers[name]
  if (driver === undefined) throw new Error(`There is no driver named ${name} yet.`)
  return driver
}
