import { Inbox, KeySquare, type LucideIcon, Plug, Puzzle, SquareActivity, Workflow } from 'lucide-react'
import type { AuditEntry } from '../../src-shared/contract/audit'
import type { AuditGroup } from '../../src-shared/domain/audit-group'
import { paths } from './paths'

export const auditIcons: Record<AuditGroup, LucideIcon> = {
  connection: Plug,
  provider_app: Puzzle,
  recipe: Workflow,
  run: SquareActivity,
  inbox: Inbox,
  vault: KeySquare,
}

const pages: readonly [prefix: string, path: (id: string) => string][] = [
  ['cred_', paths.connection],
  ['recipe_', paths.recipe],
  ['run_', paths.run],
]

/** The page of what it happened to; undefined where that has none. */
export const pageOfRecord = ({ record }: Pick<AuditEntry, 'record'>): string | undefined =>
  pages.find(([prefix]) => record.startsWith(prefix))?.[1](record)
