import type { IncomingMessage } from 'node:http'
import { requestWords } from '../../../src-shared/words/en/request'
import { EngineError, invalidInput } from '../../engine/error'

const LIMIT = 1024 * 1024
/** How much of a body that is refused anyway is still taken, so that the client gets to read the refusal. */
const DISCARD_LIMIT = 16 * LIMIT

/** One that announced too much and sends nothing for this long may be waiting for leave to send. */
const SILENCE_MS = 250

/**
 * Reads a whole body. Throws `PAYLOAD_TOO_LARGE` past 1 MiB, whether the size was announced or not; what is too much is
 * received and forgotten first, because a client that is still sending does not listen.
 */
export async function readBody(incoming: IncomingMessage): Promise<Uint8Array> {
  if (Number(incoming.headers['content-length']) > LIMIT) {
    await discard(incoming)
    throw new EngineError('PAYLOAD_TOO_LARGE')
  }
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop must not destroy the stream, and the connection with it, before the refusal is sent.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > DISCARD_LIMIT) break
    if (size <= LIMIT) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > LIMIT) throw new EngineError('PAYLOAD_TOO_LARGE')
  return Buffer.concat(chunks)
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
