import type { ConnectionView } from '../../../src-shared/contract/connection'
import { statusLook } from '../../lib/status-look'

/** What the status means for recipes and asks of the person; undefined while all is well. */
export function statusMeaning(connection: ConnectionView, typeName: string): string | undefined {
  const { status, statusReason, managed, account } = connection
  if (status === 'active') return undefined
  if (managed) return 'Recipes that rely on it fail until your operator provides it again. Talk to them.'
  if (statusReason === 'installation_suspended') {
    return `Recipes that use this connection fail until an owner of ${account.label} lifts the suspension at ${typeName}. It then works again by itself, under the same id.`
  }
  return statusLook[status].meaning
}
