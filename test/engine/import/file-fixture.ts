import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadAnswer, readFile } from '../../../src-main/engine/import/read/read-file'

/** Of every protected file in `test/vectors/import`. */
export const filePassword = 'open sesame 1'

export const vector = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../vectors/import', name)))

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const read = (bytes: Uint8Array, password: string | undefined = filePassword, keyFile?: Uint8Array): Promise<ReadAnswer> =>
  readFile(bytes, { password, keyFile })

/** What a file gives, in short: by name, what each value is. */
export async function valuesIn(answer: Promise<ReadAnswer>): Promise<Record<string, Record<string, string>>> {
  const { file } = await answer
  return Object.fromEntries(
    (file?.entries ?? []).map(({ name, values }) => [name, Object.fromEntries(values.map(({ field, value }) => [field, value]))]),
  )
}

/** The refusal by its code and the field that it names, or what was read. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    return `read ${JSON.stringify(await work)}`
  } catch (error) {
    const { code, data } = Object(error)
    return code === undefined ? `threw ${String(error)}` : `${code} ${data.fields?.[0]?.path}`
  }
}
