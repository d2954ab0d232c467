import { devDependencies } from '../../../package.json'

/** The Electron that the application is built for, exactly as it is pinned. */
export const electronVersion = devDependencies.electron
