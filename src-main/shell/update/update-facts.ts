import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shellWords } from '../../../src-shared/words/en/shell'

export interface UpdateFacts {
  impossible: string | undefined
  builtInFeed: string | undefined
  /** PEM of the key that updates are signed with; empty when updates are impossible. */
  publicKey: string
}

/**
 * What a program was built with for updating itself.
 * @param folder of the application, in the archive when it is packaged
 */
export function updateFacts(folder: string, packaged: boolean): UpdateFacts {
  const publicKey = textIn(join(folder, 'resources', 'update-key.pem')) ?? ''
  const impossible = packaged ? (publicKey === '' ? shellWords.updatesNoKey : undefined) : shellWords.updatesNotPackaged
  return { impossible, builtInFeed: feedIn(textIn(join(folder, 'package.json'))), publicKey }
}

function feedIn(manifest: string | undefined): string | undefined {
  const parsed: unknown = JSON.parse(manifest ?? '{}')
  if (typeof parsed !== 'object' || parsed === null || !('updateFeed' in parsed)) return undefined
  return typeof parsed.updateFeed === 'string' ? parsed.updateFeed : undefined
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
