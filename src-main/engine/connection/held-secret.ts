import type { ProviderSecret } from '../provider/provider'
import { OpenError } from '../vault/seal'
import type { Dependencies } from './dependencies'

/** A record's secret; none; or one that is there and does not open, because the file it is in was damaged. */
export async function heldSecret(
  { vault, logger }: Pick<Dependencies, 'vault' | 'logger'>,
  record: string,
): Promise<ProviderSecret | 'damaged' | undefined> {
  try {
    return await vault.secret(record)
  } catch (error) {
    if (!(error instanceof OpenError)) throw error
    logger.error('a secret does not open; it was left as it is', { record })
    return 'damaged'
  }
}
