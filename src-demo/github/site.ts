import type { AppRegistry } from './app-registry'
import type { GitHubDirectory } from './directory'
import type { EmulatedGitHubs } from './emulated-github'
import type { HonouredTokens } from './honoured-tokens'
import type { InstallationChanges } from './installation-changes'
import type { Installations } from './installations'
import type { UserCodes } from './user-codes'

/** All that the demo's GitHub consists of, for the parts that answer requests. */
export interface Site {
  /** Without a trailing slash; known once the server listens. */
  origin(): string
  directory: GitHubDirectory
  apps: AppRegistry
  installations: Installations
  /** What changes an installation that apps are told of. */
  changes: InstallationChanges
  tokens: HonouredTokens
  codes: UserCodes
  emulated: EmulatedGitHubs
}
