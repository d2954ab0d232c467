import { area } from '../chosen'

/** The form of what a type declares, entered before authorizing or instead of it. */
export const enteringWords = area('entering', {
  connect: (service: string) => `Connect ${service}`,
  connectLead: 'Say where to authorize, and as which client. You approve on that service’s own page next.',
  add: (service: string) => `Add ${service}`,
  addLead: 'What you enter is sealed in your vault; a key cannot be read back.',
  addButton: 'Add connection',
  reconnect: (name: string) => `Reconnect ${name}`,
  reconnectLead: 'Change where it is authorized, then approve there again. Its id stays, so recipes keep working.',
  newKey: (name: string) => `Enter a new key for ${name}`,
  newKeyLead: 'The new key replaces the one that is stored. Its id stays, so recipes keep working.',
  newKeyButton: 'Replace the key',
  continue: 'Continue',
})
