import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '../json-file'

const IssuersFile = z.object({ format: z.literal(1), issuers: z.array(z.string()) })

/** Of a demo that is started often, the earlier ones have no token left that is good. */
const MOST = 50

/**
 * Addresses that the platform has had, the one it has now among them: each start takes another port, and a token of before names the one
 * from which it came.
 */
export async function openIssuers(folder: string, url: string): Promise<readonly string[]> {
  const { content, save } = await openJsonFile(join(folder, 'neurocad-issuers.json'), IssuersFile, { format: 1, issuers: [] })
  content.issuers = [...content.issuers.filter((issuer) => issuer !== url), url].slice(-MOST)
  await save()
  return content.issuers
}
