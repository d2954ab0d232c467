import type { ProviderGrant } from '../provider'
import type { OperatorConfig } from './operator-config'

/** The types that the operator's file provides, each under its own key there. */
export const managedTypes = ['serviceApi', 'neurocadDesktopApi'] as const
export type ManagedType = (typeof managedTypes)[number]

/** What the operator states of a type, as a connection of it holds it; undefined where the file has no entry. */
export function statedGrant(config: OperatorConfig, type: ManagedType): ProviderGrant | undefined {
  return type === 'serviceApi' ? serviceGrant(config.serviceApi) : desktopGrant(config.neurocadDesktopApi)
}

function serviceGrant(entry: OperatorConfig['serviceApi']): ProviderGrant | undefined {
  if (entry === undefined) return undefined
  const { tokenUrl, clientId, clientSecret, scopes = [], edaUrl, mechanicalUrl } = entry
  return {
    account: { id: clientId, label: clientId },
    details: { tokenUrl, clientId, edaUrl, mechanicalUrl },
    scopes,
    expiresAt: null,
    secret: clientSecret === undefined ? {} : { clientSecret },
  }
}

function desktopGrant(entry: OperatorConfig['neurocadDesktopApi']): ProviderGrant | undefined {
  if (entry === undefined) return undefined
  const { host } = new URL(entry.sessionManagerUrl)
  return { account: { id: host, label: host }, details: { ...entry }, scopes: [], expiresAt: null, secret: {} }
}
