import { refusalWords } from '../../../src-shared/words/en/refusal'
import { EngineError } from '../error'
import type { Providers } from '../provider/provider'
import type { Row } from '../vault/store'
import { providerOf } from './find-provider'

/** Throws `TYPE_NOT_USER_MANAGED` for a type that the operator provides or that only recipes make. */
export function requireUserManaged(providers: Providers, type: string, row?: Row): void {
  const { creation } = providerOf(providers, type).description
  if (creation === 'authorization' || creation === 'fields') return
  const facts = { type, ...(row ? { connectionId: String(row.id) } : {}) }
  if (creation === 'operator') throw new EngineError('TYPE_NOT_USER_MANAGED', facts)
  throw new EngineError('TYPE_NOT_USER_MANAGED', facts, refusalWords.madeByRecipes)
}
