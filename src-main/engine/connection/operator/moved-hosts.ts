import type { ConnectionDetails } from '../../../../src-shared/contract/connection'

const addresses = ['tokenUrl', 'edaUrl', 'mechanicalUrl', 'sessionManagerUrl'] as const

/**
 * Origins that the operator's file names and that the provisioned connection has elsewhere or not at all. Compared address by
 * address: a host that may have the extraction requests is not yet one that may have the client secret.
 */
export function movedHosts(provisioned: ConnectionDetails, stated: ConnectionDetails): string[] {
  const moved = addresses.flatMap((name) => {
    const next = originOf(stated[name])
    return next === undefined || next === originOf(provisioned[name]) ? [] : [next]
  })
  return [...new Set(moved)]
}

const originOf = (url: string | undefined): string | undefined => (url === undefined ? undefined : new URL(url).origin)
