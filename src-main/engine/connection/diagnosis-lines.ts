import type { ConnectionDetails, DiagnosisLine } from '../../../src-shared/contract/connection'
import type { TypeDescription } from '../../../src-shared/domain/credential-type'
import { missingScopes } from '../../../src-shared/domain/missing-scopes'
import { type ConnectionStatus, type StatusReason, statusSentence } from '../../../src-shared/domain/status'
import { diagnosisLineWords } from '../../../src-shared/words/en/diagnosis-line'
import type { ProviderTest } from '../provider/provider'

/** What the checklist is decided from. */
export interface DiagnosisFacts {
  type: Pick<TypeDescription, 'name' | 'visibility' | 'scopes'>
  /** As it is after the test. */
  status: ConnectionStatus
  reason: StatusReason
  details: ConnectionDetails
  scopes: readonly string[]
  owner: string
  secret: 'opens' | 'damaged' | 'missing'
  /** The person's own app at the provider; `not_needed` where the type takes none. */
  app: 'entered' | 'damaged' | 'missing' | 'not_needed'
  test: Pick<ProviderTest, 'result' | 'error' | 'event' | 'isMissingScope' | 'isUnavailable'>
}

type Action = NonNullable<DiagnosisLine['action']>

const reconnect: Action = { kind: 'reconnect', label: diagnosisLineWords.reconnect }
const ok = (check: DiagnosisLine['check'], message: string): DiagnosisLine => ({ check, result: 'ok', message })

/** The lines that need no more than the facts, in the order of the checklist. Pure. */
export function diagnosisLines(facts: DiagnosisFacts): DiagnosisLine[] {
  const lines = [statusLine(facts), secretLine(facts), appLine(facts), providerLine(facts), scopesLine(facts), ownerLine(facts)]
  return lines.filter((line) => line !== undefined)
}

/** All there is to say of a connection that somebody removed. */
export const removedLine: DiagnosisLine = {
  check: 'status',
  result: 'problem',
  message: statusSentence.removed_by_user,
  action: { kind: 'add', label: diagnosisLineWords.addConnection },
}

function statusLine({ status, reason, details }: DiagnosisFacts): DiagnosisLine {
  if (status === 'active') return ok('status', diagnosisLineWords.isActive)
  return { check: 'status', result: 'problem', message: statusSentence[reason], action: wayBack(reason, details) }
}

/** Reconnect, which keeps the id; a suspended installation is mended where it was suspended. */
const wayBack = (reason: StatusReason, { configureUrl }: ConnectionDetails): Action =>
  reason === 'installation_suspended' && configureUrl !== undefined
    ? { kind: 'open', label: diagnosisLineWords.openInstallation, url: configureUrl }
    : reconnect

const secretSentence = {
  damaged: diagnosisLineWords.secretDamaged,
  missing: diagnosisLineWords.secretMissing,
}

function secretLine({ secret }: DiagnosisFacts): DiagnosisLine {
  if (secret === 'opens') return ok('secret', diagnosisLineWords.secretOpens)
  return { check: 'secret', result: 'problem', message: secretSentence[secret], action: reconnect }
}

function appLine({ app, type }: DiagnosisFacts): DiagnosisLine | undefined {
  if (app === 'not_needed') return undefined
  if (app === 'entered') return ok('app', diagnosisLineWords.appEntered(type.name))
  const message = app === 'missing' ? diagnosisLineWords.appMissing(type.name) : diagnosisLineWords.appDamaged(type.name)
  return { check: 'app', result: 'problem', message, action: { kind: 'provider_app', label: diagnosisLineWords.enterApp } }
}

function providerLine({ test, type, secret, status, reason, details }: DiagnosisFacts): DiagnosisLine {
  if (secret !== 'opens') {
    return { check: 'provider', result: 'unknown', message: diagnosisLineWords.cannotAsk(type.name) }
  }
  if (test.result === 'success' || test.isMissingScope) return ok('provider', diagnosisLineWords.answers(type.name))
  const message = test.error ?? diagnosisLineWords.saidNothing(type.name)
  if (test.event === undefined) {
    const again = test.isUnavailable ? { action: { kind: 'test', label: diagnosisLineWords.testAgain } as const } : {}
    return { check: 'provider', result: 'unknown', message, ...again }
  }
  return { check: 'provider', result: 'problem', message, action: status === 'active' ? reconnect : wayBack(reason, details) }
}

function scopesLine({ type, scopes, test }: DiagnosisFacts): DiagnosisLine | undefined {
  const missing = missingScopes(
    type.scopes.map(({ name }) => name),
    scopes,
  )
  if (missing.length > 0) {
    const message = diagnosisLineWords.notGranted(missing)
    return { check: 'scopes', result: 'problem', message, action: reconnect }
  }
  if (test.isMissingScope)
    return { check: 'scopes', result: 'problem', message: test.error ?? diagnosisLineWords.scopeMissing, action: reconnect }
  return type.scopes.length === 0 ? undefined : ok('scopes', diagnosisLineWords.allGranted)
}

const ownerLine = ({ type, owner }: DiagnosisFacts): DiagnosisLine =>
  ok('owner', type.visibility === 'private' ? diagnosisLineWords.isPrivate : diagnosisLineWords.isShared(owner))
