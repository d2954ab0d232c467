import { area } from '../chosen'
import { plural } from './forms'

/** The states of a connection, and what each means for recipes. Source: "Connection page" in the Connect specification. */
export const statusWords = area('status', {
  active: 'Active',
  needsReauth: 'Needs reconnecting',
  needsReauthMeaning:
    'Recipes that use this connection fail until you reconnect. Its id stays the same, so nothing has to be set up again.',
  uninstalled: 'Uninstalled',
  uninstalledMeaning: 'Recipes that use this connection fail until then. Reconnect installs it again under the same id.',
  revoked: 'Removed',
  revokedMeaning: 'Recipes that use it fail until you pick a different one in them. Reconnected, it has the same id.',
  error: 'Error',
  errorMeaning: 'Recipes that use this connection fail. Reconnect first; if it persists, contact support.',
  needsAttention: 'Needs attention',

  connections: (count: number) => plural(count, { one: '# connection', other: '# connections' }),
  reconnectRequired: 'Reconnect required',
  notProvisioned: 'Not provisioned',
  notConnected: 'Not connected',
})
