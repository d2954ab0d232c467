import type { LifecycleEvent } from '../../../../src-shared/domain/lifecycle'

const meanings: ReadonlyMap<string, LifecycleEvent> = new Map([
  ['installation_not_found', 'installation_deleted'],
  ['installation_suspended', 'installation_suspended'],
  // The App's JWT was refused, or the App is gone.
  ['bad_credentials', 'refresh_failed'],
  ['app_not_found', 'refresh_failed'],
])

/** What one of the codes of `refusalCode` says happened to the connection. */
export const githubMeaning = (code: string): LifecycleEvent | undefined => meanings.get(code)
