import type { ConnectionView } from '../../../src-shared/contract/connection'
import { factWords } from '../../../src-shared/words/en/facts'

interface AccountNames {
  account: string
  /** Absent where the id says nothing to a person. */
  id?: string
}

const words: Partial<Record<ConnectionView['type'], AccountNames>> = {
  slackApi: { account: factWords.workspace, id: factWords.workspaceId },
  neurocadUserIdentityApi: { account: factWords.identity, id: factWords.neurocadId },
  genericApiKey: { account: factWords.usedFor },
  serviceApi: { account: factWords.organisation, id: factWords.organisationId },
  neurocadDesktopApi: { account: factWords.organisation, id: factWords.organisationId },
}

/** What the account of a connection is called at its provider. */
export const accountNames = (type: ConnectionView['type']): AccountNames =>
  words[type] ?? { account: factWords.account, id: factWords.accountId }
