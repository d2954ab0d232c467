/**
 * Whether a path says by itself where it leads on this platform (Node's name of it). On Windows that takes a drive or a share:
 * `\folder` leads to whichever drive happens to be the current one. Pure.
 */
export const isAbsolutePath = (path: string, platform: string): boolean =>
  platform === 'win32' ? /^([A-Za-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/.test(path) : path.startsWith('/')
