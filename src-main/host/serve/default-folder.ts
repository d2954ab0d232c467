import { isAbsolute, join } from 'node:path'

interface Surroundings {
  platform: NodeJS.Platform
  home: string
  env: Record<string, string | undefined>
}

/**
 * Where data lies when nothing else is said: the XDG base directory specification on Linux, the system's own place elsewhere.
 * The demo has a folder beside the real one, never inside it.
 */
export function defaultFolder({ platform, home, env }: Surroundings, demo: boolean): string {
  return join(applicationData(platform, home, env), 'neurocad-connect', demo ? 'demo' : 'vault')
}

function applicationData(platform: NodeJS.Platform, home: string, env: Surroundings['env']): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (platform === 'win32') return env.APPDATA ?? join(home, 'AppData', 'Roaming')
  // The specification has relative paths ignored.
  const given = env.XDG_DATA_HOME
  return given !== undefined && isAbsolute(given) ? given : join(home, '.local', 'share')
}
