import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Content } from './content'
import { type Misbehaviour, nextCut } from './misbehaviour'

/** Sent at once; small enough for a cut to be where it was asked for. */
const PART_BYTES = 64 * 1024

interface Asked {
  content: Content
  range: string | undefined
  /** Of the answer as a whole: its hash, quoted. */
  etag: string
}

/**
 * Answers with a file from where it was asked for (RFC 9110, section 14: `bytes=N-`, and the other forms of one range). Written to Node's
 * own response, because an answer that breaks off must not end as one that is whole. Resolves when it has ended, in whatever way.
 */
export async function answerContent(response: ServerResponse, { content, range, etag }: Asked, how: Misbehaviour): Promise<void> {
  const wanted = how.ignoreRange ? undefined : rangeIn(range, content.size)
  const headers = {
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag,
  }
  if (wanted === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${content.size}`, 'content-length': 0 }).end()
    return
  }
  const { from, to } = wanted ?? { from: 0, to: content.size }
  if (wanted === undefined) response.writeHead(200, { ...headers, 'content-length': content.size })
  else {
    const contentRange = `bytes ${from}-${to - 1}/${content.size}`
    response.writeHead(206, { ...headers, 'content-range': contentRange, 'content-length': to - from })
  }
  response.flushHeaders()
  await send(response, content, { from, to }, how)
}

async function send(
  response: ServerResponse,
  content: Content,
  { from, to }: { from: number; to: number },
  how: Misbehaviour,
): Promise<void> {
  const cut = nextCut(how, from)
  let offset = from
  for await (const part of parts(content, from, to)) {
    await how.pace?.(offset)
    if (how.bytesPerSecond !== null) await setTimeout((part.length / how.bytesPerSecond) * 1000)
    const stop = Math.min(cut ?? Infinity, how.stallAt ?? Infinity)
    const sent = part.subarray(0, Math.max(stop - offset, 0))
    if (response.destroyed) return
    if (sent.length > 0 && !response.write(sent)) await drained(response)
    offset += sent.length
    if (offset === how.stallAt) {
      if (!response.destroyed) await once(response, 'close')
      return
    }
    if (offset === cut && offset < to) {
      how.cutAt = how.cutAt.filter((used) => used !== cut)
      // Once all that was written is out, so that the cut is where it was asked for.
      response.socket?.destroySoon()
      return
    }
  }
  response.end()
}

/** Or closed: whichever comes first is not listened for any more. */
async function drained(response: ServerResponse): Promise<void> {
  const heard = new AbortController()
  const { signal } = heard
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).finally(() => heard.abort())
}

async function* parts(content: Content, from: number, to: number): AsyncGenerator<Uint8Array> {
  let left = to - from
  for await (const chunk of content.open(from)) {
    for (let at = 0; at < chunk.length && left > 0; at += PART_BYTES) {
      const part = chunk.subarray(at, Math.min(at + PART_BYTES, at + left))
      left -= part.length
      yield part
    }
    if (left === 0) return
  }
}

/** `to` is the byte after the last. Undefined where the whole is wanted, or the header is not one range of bytes. */
function rangeIn(header: string | undefined, size: number): { from: number; to: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(Number(last) + 1, size)
  return from < to ? { from, to } : 'unsatisfiable'
}
