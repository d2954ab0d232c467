import { area } from '../chosen'

/** The sentence of each error, by its code. */
export const errorWords = area('errors', {
  INVALID_INPUT: 'Something in the request is not valid.',
  IMPORT_UNREADABLE: 'This file cannot be imported.',
  UNAUTHORIZED: 'A valid access token is needed.',
  WRONG_PASSWORD: 'That is not the password of this vault.',
  WRONG_RECOVERY_CODE: 'That is not the recovery code of this vault.',
  FORBIDDEN: 'This is not allowed here.',
  HOST_NOT_ALLOWED: 'A connection may not be sent there.',
  AUTHORIZATION_DENIED: 'The provider did not grant the authorization.',
  NOT_FOUND: 'There is nothing with this id.',
  VAULT_ABSENT: 'There is no vault here yet. Create one first.',
  AUTHORIZATION_UNKNOWN: 'This authorization is not known here. Start again.',
  VAULT_EXISTS: 'There is a vault here already. Unlock it instead.',
  VERSION_CONFLICT: 'It was changed meanwhile. Look at it again, then retry.',
  ROTATION_UNDER_WAY: 'The keys are being rotated already. It ends by itself.',
  CONNECTION_NOT_REMOVED: 'Only a removed connection can be purged. Remove it first.',
  CONNECTION_REVOKED: 'This connection was removed. Reconnect brings it back.',
  TYPE_NOT_USER_MANAGED: 'Your operator provides this type.',
  CONNECTION_NOT_ACTIVE: 'This connection is not active. Reconnect it first.',
  PROVIDER_APP_MISSING: 'Enter your own app at this provider first.',
  PASSWORD_DUE: 'It is time to unlock with your password again.',
  DEVICE_UNAVAILABLE: 'The keychain of this computer cannot open the vault.',
  NOT_AVAILABLE_HERE: 'Only the desktop application can do this.',
  AUTHORIZATION_USED: 'This authorization is already done.',
  WORKFLOW_CREDENTIAL_GRANT:
    'Some nodes of this recipe cannot use their credential. Reconnect or select a passport you own, then deploy again.',
  DEPLOYMENT_WITHDRAWN: 'This deployment was withdrawn. Deploy the recipe again to run it.',
  RUN_NOT_FAILED: 'Only a run that failed can be run again from where it failed.',
  DEMO_ONLY: 'Only the demo can do this.',
  AUTHORIZATION_EXPIRED: 'This authorization took too long. Start again.',
  PAYLOAD_TOO_LARGE: 'A request may carry at most 1 MiB.',
  VAULT_LOCKED: 'The vault is locked.',
  TOO_MANY_ATTEMPTS: 'Too many wrong passwords. Wait a moment.',
  INTERNAL: 'Something went wrong here. The log has more under this id.',
  VAULT_DAMAGED: 'The vault cannot be read whole. Its files were left as they are.',
  KDF_OUT_OF_BOUNDS:
    'The password settings of this vault are out of bounds, so its header was changed. Nothing was derived from the password. Put back a copy of the vault.',
  PROVIDER_ERROR: 'The provider answered with an error.',
  VAULT_READ_ONLY:
    'The disk refused a write. Free space or check the disk, then lock and unlock the vault to see whether the change was made.',
  CALLBACK_UNREACHABLE:
    'No port of this computer could be opened for the provider’s answer. Try again, or see what the callback doctor says.',
  VAULT_UNAVAILABLE: 'The vault is locked. Unlock it, then try again.',
  PROVIDER_TIMEOUT: 'The provider did not answer in time.',
})
