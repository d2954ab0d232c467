import type { ConnectionView } from '../../../src-shared/contract/connection'
import { connectionWords } from '../../../src-shared/words/en/connection'
import { statusLook } from '../../lib/status-look'

/** What the status means for recipes and asks of the person; undefined while all is well. */
export function statusMeaning(connection: ConnectionView, typeName: string): string | undefined {
  const { status, statusReason, managed, account } = connection
  if (status === 'active') return undefined
  if (managed) return connectionWords.managedMeaning
  if (statusReason === 'installation_suspended') {
    return connectionWords.suspendedMeaning(account.label, typeName)
  }
  return statusLook[status].meaning
}
