import type { IncomingMessage } from 'node:http'
import { mostFileBytes } from '../../../src-shared/domain/import-limits'
import { requestWords } from '../../../src-shared/words/en/request'
import { EngineError, invalidInput } from '../../engine/error'

/** What fits a form. */
export const LIMIT = 1024 * 1024
/** How much of a body that is refused anyway is still taken, so that the client gets to read the refusal. */
const DISCARD_LIMIT = 16 * LIMIT

/** One that announced too much and sends nothing for this long may be waiting for leave to send. */
const SILENCE_MS = 250

const BYTES = /^application\/octet-stream *(?:;|$)/i

/** The one place where a file is brought, as its bytes; everything else takes JSON. */
export const takesFile = (method: string, path: string): boolean => method === 'POST' && path === '/api/vault/import'

/** How many bytes a request may bring: a file where one is taken, and else what fits a form. */
export function bodyLimit(method: string, path: string, contentType: string | undefined): number {
  return takesFile(method, path) && BYTES.test(contentType ?? '') ? mostFileBytes : LIMIT
}

/**
 * Reads a whole body. Throws `PAYLOAD_TOO_LARGE` past the limit, whether the size was announced or not; what is too much is
 * received and forgotten first, because a client that is still sending does not listen.
 */
export async function readBody(incoming: IncomingMessage, limit = LIMIT): Promise<Uint8Array> {
  const { 'content-length': announced, 'transfer-encoding': encoding } = incoming.headers
  // Neither: there is no body (RFC 9112, section 6.3).
  if (announced === undefined && encoding === undefined) return new Uint8Array()
  if (Number(announced) > limit) {
    await discard(incoming)
    throw new EngineError('PAYLOAD_TOO_LARGE')
  }
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop must not destroy the stream, and the connection with it, before the refusal is sent.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limit + DISCARD_LIMIT) break
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > limit) throw new EngineError('PAYLOAD_TOO_LARGE')
  return Buffer.concat(chunks)
}

/** A body whose length was announced and is no more than the limit. Undefined where its sender goes away before its end. */
export function readAnnounced(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    incoming.once('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
    for (const cutOff of ['error', 'close']) incoming.once(cutOff, () => resolve(undefined))
  })
}

/** Takes and forgets what comes, until it ends, is far too much, or stops coming. */
function discard(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let size = 0
    const silence = setTimeout(resolve, SILENCE_MS)
    incoming.on('data', ({ length }: Uint8Array) => {
      size += length
      if (size > DISCARD_LIMIT) resolve()
      else silence.refresh()
    })
    for (const end of ['end', 'error', 'close']) incoming.once(end, () => resolve())
    incoming.once('close', () => clearTimeout(silence))
  })
}

/** A body that is a file. Throws `INVALID_INPUT` for one that says that it is anything else. */
export function fileBody(body: Uint8Array, contentType: string | undefined): Uint8Array<ArrayBuffer> {
  if (!BYTES.test(contentType ?? '')) throw invalidInput('Content-Type', requestWords.mustBeOctetStream)
  return new Uint8Array(body)
}

/**
 * A body that is a JSON object, with its text, or undefined where there is no body. Throws `INVALID_INPUT`.
 * @param ofNull what a body of `null` stands for, where it stands for anything
 */
export function jsonObject(
  body: Uint8Array,
  contentType: string | undefined,
  ofNull?: object,
): { text: string; value: object } | undefined {
  if (body.length === 0) return undefined
  if (!/^application\/json *(?:;|$)/i.test(contentType ?? ''))
    throw invalidInput('Content-Type', requestWords.mustBeApplicationJson)
  const { text, value } = parse(body)
  if (value === null && ofNull !== undefined) return { text: JSON.stringify(ofNull), value: ofNull }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidInput('', requestWords.mustBeJsonObject)
  return { text, value }
}

function parse(body: Uint8Array): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    return { text, value: JSON.parse(text) }
  } catch {
    // The parser's own message quotes what it could not read, which may be a secret.
    throw invalidInput('', requestWords.mustBeUtf8Json)
  }
}
