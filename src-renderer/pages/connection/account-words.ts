import type { ConnectionView } from '../../../src-shared/contract/connection'

interface AccountWords {
  account: string
  /** Absent where the id says nothing to a person. */
  id?: string
}

const words: Partial<Record<ConnectionView['type'], AccountWords>> = {
  slackApi: { account: 'Workspace', id: 'Workspace id' },
  neurocadUserIdentityApi: { account: 'Identity', id: 'Neurocad id' },
  genericApiKey: { account: 'Used for' },
  serviceApi: { account: 'Organisation', id: 'Organisation id' },
  neurocadDesktopApi: { account: 'Organisation', id: 'Organisation id' },
}

/** What the account of a connection is called at its provider. */
export const accountWords = (type: ConnectionView['type']): AccountWords =>
  words[type] ?? { account: 'Account', id: 'Account id' }
