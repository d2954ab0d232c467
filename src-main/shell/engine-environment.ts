import { engineVariable } from '../../src-shared/bridge/shell-channel'
import type { LaunchSettings } from './launch-settings'

/** What the system itself needs, or a person sets to reach the internet. Everything else stays out of the engine. */
const passedOn = [
  'APPDATA',
  'HOME',
  'LANG',
  'PATH',
  'TEMP',
  'TMP',
  'TMPDIR',
  'TZ',
  'USER',
  'USERNAME',
  'USERPROFILE',
  'SystemRoot',
  'XDG_DATA_HOME',
  'XDG_RUNTIME_DIR',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
]

/** The whole environment of the engine process. Never empty, because an empty one would make Electron pass on everything. */
export function engineEnvironment(
  own: NodeJS.ProcessEnv,
  settings: Pick<LaunchSettings, 'demo' | 'data' | 'json'>,
): Record<string, string> {
  const environment: Record<string, string> = { [engineVariable.demo]: settings.demo ? '1' : '0' }
  if (settings.json) environment[engineVariable.json] = '1'
  if (settings.data !== undefined) environment[engineVariable.data] = settings.data
  for (const name of passedOn) {
    const value = own[name]
    if (value !== undefined) environment[name] = value
  }
  return environment
}
