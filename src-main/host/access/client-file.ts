import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ClientView } from '../../../src-shared/contract/client'
import { Subject } from '../../../src-shared/domain/identifiers'

/** A client as it is kept: what is shown of it, and the SHA-256 of its token in place of the token. */
const ClientRecord = ClientView.extend({ subject: Subject, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type ClientRecord = z.infer<typeof ClientRecord>

/** The file `clients` of a data folder. It stays readable while the vault is locked, so that a token can be refused then. */
const ClientFile = z.object({
  format: z.literal(1),
  org: z.string(),
  owner: z.object({ subject: Subject, label: z.string() }),
  clients: z.array(ClientRecord),
})
export type ClientFile = z.infer<typeof ClientFile>

/** Undefined where there is no file yet. Throws where there is one that is not ours, which must then not be overwritten. */
export async function readClientFile(path: string): Promise<ClientFile | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return ClientFile.parse(JSON.parse(text))
  } catch {
    throw new UnreadableClientFile()
  }
}

/** Says nothing of the content. */
export class UnreadableClientFile extends Error {
  override readonly name = 'UnreadableClientFile'
  override readonly message = 'the file "clients" in the data folder cannot be read'
}
