import { isAbsolute, join } from 'node:path'

interface Surroundings {
  platform: NodeJS.Platform
  home: string
  env: Record<string, string | undefined>
}

/** In place of the platform's own, an absolute folder for what is kept outside every vault. */
export const STATE_VARIABLE = 'NEUROCAD_STATE_FOLDER'

/**
 * Where the last event of each vault is kept: never in a vault's folder, so that whoever puts back an older copy of that does not put it
 * back as well. The XDG base directory specification on Linux, the system's own place elsewhere.
 */
export function stateFolder({ platform, home, env }: Surroundings): string {
  const named = env[STATE_VARIABLE]
  if (named !== undefined && isAbsolute(named)) return join(named, 'anchors')
  return join(platformState(platform, home, env), 'neurocad-connect', 'anchors')
}

function platformState(platform: NodeJS.Platform, home: string, env: Surroundings['env']): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local')
  // The specification has relative paths ignored.
  const given = env.XDG_STATE_HOME
  return given !== undefined && isAbsolute(given) ? given : join(home, '.local', 'state')
}
