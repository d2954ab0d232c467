import type { Driver, DriverName } from './driver'
import { electronDriver } from './electron-driver'
import { serveDriver } from './serve-driver'
import { standInDriver } from './standin-driver'

const drivers: Record<DriverName, Driver> = { serve: serveDriver, desktop: standInDriver, electron: electronDriver }

export const driverNamed = (name: DriverName): Driver => drivers[name]
