import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { KEY_BYTES, open as openSealed, randomBytes, seal } from '../../src-main/engine/vault/seal'

const peersFolder = join(process.cwd(), 'test', 'bench', 'peers')

/** Peers have a lock file of their own and are installed when first needed. */
function peer<T>(name: string): T {
  if (!existsSync(join(peersFolder, 'node_modules', name))) {
    execFileSync('npm', ['ci', '--silent'], { cwd: peersFolder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  return createRequire(join(peersFolder, 'package.json'))(name) as T
}

const payload = (index: number) => ({
  name: `Connection ${index}`,
  account: { id: `T${index}`, label: `Workspace ${index}` },
  scopes: ['channels:read', 'channels:history', 'chat:write'],
  secret: { accessToken: `xoxb-${String(index).padStart(12, '0')}`, more: 'x'.repeat(960) },
})

async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${path}.new`, 'w')
  await handle.write(bytes)
  await handle.datasync()
  await handle.close()
  await rename(`${path}.new`, path)
}

/** What a careful small program does: all entries as JSON, sealed with the same cipher, written beside and renamed over. */
export async function sealedJson(folder: string, count: number) {
  const place = { vaultId: 'bench', kind: 'file', recordId: '1', field: 'all', version: 1 }
  const key = randomBytes(KEY_BYTES)
  const entries = Array.from({ length: count }, (_, index) => payload(index))
  const path = join(folder, 'all.json.sealed')
  return {
    save: () => writeAtomically(path, seal(key, new TextEncoder().encode(JSON.stringify(entries)), place)),
    load: async () =>
      JSON.parse(new TextDecoder().decode(openSealed(key, new Uint8Array(await readFile(path)), place))) as unknown,
  }
}

interface KdbxEntry {
  fields: Map<string, unknown>
}
interface Kdbx {
  header: { setKdf(id: string): void; kdfParameters: { set(name: string, type: number, value: unknown): void } }
  getDefaultGroup(): { entries: unknown[] }
  createEntry(group: unknown): KdbxEntry
  setKdf(id: string): void
  save(): Promise<ArrayBuffer>
}
interface Kdbxweb {
  Kdbx: { create(credentials: unknown, name: string): Kdbx; load(bytes: ArrayBuffer, credentials: unknown): Promise<Kdbx> }
  Credentials: new (password: unknown) => unknown
  ProtectedValue: { fromString(text: string): unknown }
  Consts: { KdfId: { Aes: string } }
  Int64: { from(value: number): unknown }
  VarDictionary: { ValueType: { UInt64: number } }
}

/** A KDBX 4 file of the same entries. Its key derivation is set to one round: what is compared is not the KDF. */
export async function kdbxWith(folder: string, count: number) {
  const { Kdbx, Credentials, ProtectedValue, Consts, Int64, VarDictionary } = peer<Kdbxweb>('kdbxweb')
  const credentials = new Credentials(ProtectedValue.fromString('bench'))
  const database = Kdbx.create(credentials, 'bench')
  database.setKdf(Consts.KdfId.Aes)
  database.header.kdfParameters.set('R', VarDictionary.ValueType.UInt64, Int64.from(1))
  for (let index = 0; index < count; index++) {
    const { name, secret } = payload(index)
    const entry = database.createEntry(database.getDefaultGroup())
    entry.fields.set('Title', name)
    entry.fields.set('Password', ProtectedValue.fromString(JSON.stringify(secret)))
  }
  const path = join(folder, 'all.kdbx')
  return {
    save: async () => writeAtomically(path, new Uint8Array(await database.save())),
    load: async () => {
      const bytes = await readFile(path)
      return Kdbx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, credentials)
    },
  }
}
