import { join } from 'node:path'
import type { Hono } from 'hono'
import type { DemoPart } from '../platform'
import type { Derive } from '../seed'
import { openSigningKey, type SigningKey } from '../signing-key'
import { m2mClient, m2mScopes } from './client'
import { m2mPaths, m2mTokenEndpoint } from './token-endpoint'

/** What the platform needs for machines to call it, and what its operator says of that. */
export interface DemoM2m extends Required<Pick<DemoPart, 'operator'>> {
  routes: Hono
  /** What its tokens are signed with. */
  key: SigningKey
}

export const sessionManagerPath = '/session-manager'

/** @param url origin of the platform, which has the services too */
export async function openM2m(folder: string, derive: Derive, url: string): Promise<DemoM2m> {
  const client = m2mClient(derive)
  const key = await openSigningKey(join(folder, 'm2m-key.json'), 'ES256')
  return {
    key,
    routes: await m2mTokenEndpoint(key, client, url),
    operator: {
      serviceApi: {
        tokenUrl: `${url}${m2mPaths.token}`,
        ...client,
        scopes: m2mScopes,
        edaUrl: `${url}/eda/`,
        mechanicalUrl: `${url}/mechanical/`,
      },
      neurocadDesktopApi: { sessionManagerUrl: `${url}${sessionManagerPath}/` },
    },
  }
}
