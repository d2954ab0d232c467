import type { ProviderGrant, ProviderSecret } from '../../provider/provider'

/**
 * What is sealed with a managed connection once the operator has stated this. A client secret is kept when the file no longer
 * has it. One that came with a host which waits for confirmation is sealed beside the one in force, under the token endpoint
 * that it is for, so that it too can be taken out of the file and never goes anywhere else.
 * @param waits whether the stated hosts are not confirmed yet
 */
export function sealedWith(stated: ProviderGrant, held: ProviderSecret, waits: boolean): ProviderSecret {
  const waitsFor = stated.details.tokenUrl ?? ''
  const earlier = held.waitsFor === waitsFor ? held.waitingSecret : undefined
  const next = stated.secret.clientSecret ?? earlier
  if (!waits) return clientSecret(next ?? held.clientSecret)
  const inForce = clientSecret(held.clientSecret)
  return next === undefined || next === held.clientSecret ? inForce : { ...inForce, waitingSecret: next, waitsFor }
}

const clientSecret = (secret: string | undefined): ProviderSecret => (secret === undefined ? {} : { clientSecret: secret })
