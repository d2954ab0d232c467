import type { Held, ProviderApp, ProviderGrant } from '../../../src-main/engine/provider/provider'

/** A grant as its provider is given it back later. */
export const heldGrant = ({ account, ...grant }: ProviderGrant, app?: ProviderApp): Held => ({
  ...grant,
  accountId: account.id,
  app,
})

/** The same of a token alone. */
export const heldToken = (accessToken: string): Held =>
  heldGrant({ account: { id: 'T1', label: 'One' }, details: {}, scopes: [], expiresAt: null, secret: { accessToken } })
