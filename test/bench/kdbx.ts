import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { entry } from './entry'
import type { Peers } from './peer-packages'
import { writeAtomically } from './sealed-json'

interface KdbxEntry {
  fields: Map<string, unknown>
}
interface Kdbx {
  header: { setKdf(id: string): void; kdfParameters: { set(name: string, type: number, value: unknown): void } }
  getDefaultGroup(): { entries: KdbxEntry[] }
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
export function kdbxWith(peers: Peers, folder: string, count: number) {
  const { Kdbx, Credentials, ProtectedValue, Consts, Int64, VarDictionary } = peers.kdbxweb<Kdbxweb>()
  const credentials = new Credentials(ProtectedValue.fromString('bench'))
  const database = Kdbx.create(credentials, 'bench')
  database.setKdf(Consts.KdfId.Aes)
  database.header.kdfParameters.set('R', VarDictionary.ValueType.UInt64, Int64.from(1))
  for (let index = 0; index < count; index++) {
    const { name, account, secret } = entry(index)
    const { fields } = database.createEntry(database.getDefaultGroup())
    fields.set('Title', name)
    fields.set('UserName', account.label)
    fields.set('Password', ProtectedValue.fromString(JSON.stringify(secret)))
  }
  const path = join(folder, 'all.kdbx')
  return {
    save: async (round: number) => {
      database.getDefaultGroup().entries[0]?.fields.set('Title', `Name ${round}`)
      await writeAtomically(path, new Uint8Array(await database.save()))
    },
    load: async () => {
      const bytes = await readFile(path)
      return Kdbx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, credentials)
    },
  }
}
