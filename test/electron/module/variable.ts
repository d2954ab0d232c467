/** What the harness says to the shell's process, by environment. */
export const variable = {
  /** Absolute path of Electron's folder for this run. */
  userData: 'STANDIN_USER_DATA',
  /** Absolute path of a Chromium. */
  chromium: 'STANDIN_CHROMIUM',
  /** `1`: as an installed application, started by its own name. */
  packaged: 'STANDIN_PACKAGED',
  /** What the system's keyring is, as safeStorage names it. */
  keyring: 'STANDIN_KEYRING',
  /** Absolute path of the application's folder; the launcher says it. */
  root: 'STANDIN_ROOT',
} as const
