import type { Held, Provider, Providers } from '../../provider/provider'
import type { Row } from '../../vault/store'
import { detailsOf } from '../connection-row'

/** Names what is limited together; see `Provider.limitedAs`. */
export const laneOf = ({ limitedAs, description }: Provider, connection: Pick<Held, 'details'>): string =>
  limitedAs?.(connection) ?? description.type

/** The same; undefined where the connection's type has no tokens to refresh. */
export function laneOfRow(providers: Providers, row: Row): string | undefined {
  const provider = providers.get(String(row.type))
  return provider?.refresh && laneOf(provider, { details: detailsOf(row) })
}
