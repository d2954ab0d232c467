import type { UseCases } from '../engine'
import type { Clock } from '../port'
import type { Providers } from '../provider/provider'
import type { Vault } from '../vault/vault'
import { chainReport } from './chain-report'
import { exportPart } from './export-part'
import { listEvents, listRecord } from './list-events'

export interface AuditParts {
  vault: Vault
  providers: Providers
  clock: Clock
}

/** The event stream, read back for its owner. */
export const auditUseCases = (parts: AuditParts): Pick<UseCases, 'audit'> => ({
  audit: {
    list: ({ actor }, input) =>
      input.record === undefined ? listEvents(parts, actor, input) : listRecord(parts, actor, input.record, input),
    part: ({ actor }, input) => exportPart(parts, actor, input),
    verify: (_, input) => chainReport(parts, input ?? {}),
  },
})
