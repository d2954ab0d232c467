import { area } from '../chosen'

/** Why a connection has the status it has, by the reason of its last change. */
export const statusSentenceWords = area('statusSentence', {
  authorized: 'Authorized and ready to use.',
  provisioned: 'Provided by your organisation and ready to use.',
  reconnected: 'Reconnected and ready to use.',
  tokens_revoked: 'The provider revoked its tokens. Reconnect to use it again.',
  invalid_grant: 'The provider no longer accepts its refresh token. Reconnect to use it again.',
  refresh_outcome_unknown: 'A refresh lost its answer and the provider refused the retry. Reconnect to use it again.',
  rejected_by_provider: 'The provider refused its token. Reconnect to use it again.',
  app_uninstalled: 'The app was uninstalled at the provider. Add it again, or reconnect.',
  installation_deleted: 'The installation was deleted at the provider. Add it again, or reconnect.',
  installation_suspended: 'The installation is suspended at the provider.',
  installation_unsuspended: 'The installation is no longer suspended.',
  refresh_failed: 'A refresh failed for good. Reconnect; if it persists, contact support.',
  secret_lost: 'Its secret was damaged on the disk and cannot be read. Reconnect to use it again.',
  removed_by_user: 'Removed here. Add or pick a different connection; Reconnect brings this one back.',
  withdrawn_by_operator: 'Withdrawn by your operator.',
})
