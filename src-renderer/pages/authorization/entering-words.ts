import type { TypeView } from '../../../src-shared/contract/directory'
import type { Entering } from '../../stores/authorization-slice'

interface EnteringWords {
  title: string
  lead: string
  button: string
}

/** What the form says, by what it leads to. */
export function enteringWords({ purpose }: Entering, { name, creation }: Pick<TypeView, 'name' | 'creation'>): EnteringWords {
  const authorizes = creation !== 'fields'
  if (purpose.kind === 'add') {
    return {
      title: authorizes ? `Connect ${name}` : `Add ${name}`,
      lead: authorizes
        ? 'Say where to authorize, and as which client. You approve on that service’s own page next.'
        : 'What you enter is sealed in your vault; a key cannot be read back.',
      button: authorizes ? 'Continue' : 'Add connection',
    }
  }
  return {
    title: authorizes ? `Reconnect ${purpose.connection.name}` : `Enter a new key for ${purpose.connection.name}`,
    lead: authorizes
      ? 'Change where it is authorized, then approve there again. Its id stays, so recipes keep working.'
      : 'The new key replaces the one that is stored. Its id stays, so recipes keep working.',
    button: authorizes ? 'Continue' : 'Replace the key',
  }
}
