import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { readIfPresent, replaceFile, UnreadableDemoFile } from './private-file'

/** A private key as a JWK, with its algorithm and an id of its own (RFC 7517). */
export type SigningKey = JWK & { alg: string; kid: string }

/** The key in a file, or a new one where there is none yet. Rejects on a file that it did not write. */
export async function openSigningKey(path: string, alg: 'ES256' | 'RS256'): Promise<SigningKey> {
  const text = await readIfPresent(path)
  if (text !== undefined) return parse(path, text, alg)
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(privateKey)
  const key = { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) }
  await replaceFile(path, `${JSON.stringify(key)}\n`)
  return key
}

async function parse(path: string, text: string, alg: string): Promise<SigningKey> {
  try {
    const key: Partial<SigningKey> = JSON.parse(text)
    // Imports only what is a key of this algorithm.
    const imported = await importJWK(key, alg)
    if ('type' in imported && imported.type === 'private' && typeof key.kid === 'string') return { ...key, alg, kid: key.kid }
  } catch {
    // Said below, without its content.
  }
  throw new UnreadableDemoFile(`${path} is not a key of the demo. Move it away to make a new one.`)
}
