import { retryAfter } from '../oauth/retry-after'
import type { Clock, Fetch } from '../port'

/** Without a byte for so long, the transfer is taken for dead, and asked for again from where it was. */
const STALL_MS = 30_000

/** How one request for the rest of a file ended. */
export type ContentEnd =
  /** The answer ended as its sender meant it to: there was no more in it. */
  | { kind: 'ended' }
  /** The connection broke, or nothing came for long. */
  | { kind: 'cut' }
  /** There is no more than what has arrived, or more than was announced. */
  | { kind: 'wrong_length' }
  | { kind: 'gone' }
  | { kind: 'unauthorized' }
  /** It cannot be had now. */
  | { kind: 'later'; retryAfterSeconds: number }

export interface ContentRequest {
  fetch: Fetch
  clock: Clock
  url: string
  headers: Readonly<Record<string, string>>
  /** Bytes that are there already. */
  from: number
  /** Bytes that were announced in all. */
  size: number
  /** Ends it: the promise then rejects. */
  signal: AbortSignal
  /** Resolves when the bytes are taken: no more are read before. What it rejects with ends the request, and is passed on. */
  take(bytes: Uint8Array): Promise<void>
}

/**
 * Asks for a file from `from` on (RFC 9110, section 14) and hands on what comes. A server that sends all of it instead is read from
 * its beginning, and what is there already is skipped: the hash tells whether it was the same.
 */
export async function fetchContent(request: ContentRequest): Promise<ContentEnd> {
  const { fetch, url, from, signal } = request
  signal.throwIfAborted()
  const stall = new StallWatch(request.clock)
  const either = AbortSignal.any([signal, stall.signal])
  try {
    const range: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {}
    const headers = { ...request.headers, ...range, 'accept-encoding': 'identity' }
    const answer = await fetch(url, { headers, redirect: 'manual', signal: either }).catch(() => undefined)
    signal.throwIfAborted()
    if (answer === undefined) return { kind: 'cut' }
    const end = endByStatus(answer, from)
    if (end === undefined) return await readBody(answer, request, stall)
    await answer.body?.cancel().catch(() => undefined)
    return end
  } finally {
    stall.over()
  }
}

/** Undefined where there is a body to read. */
function endByStatus(answer: Response, from: number): ContentEnd | undefined {
  const { status, headers } = answer
  if (status === 200 || (status === 206 && from > 0)) return undefined
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  // There is nothing after what has arrived.
  if (status === 416 && from > 0) return { kind: 'wrong_length' }
  return { kind: 'later', retryAfterSeconds: retryAfter(headers) ?? 0 }
}

async function readBody(answer: Response, { from, size, signal, take }: ContentRequest, stall: StallWatch): Promise<ContentEnd> {
  const start = startOf(answer, from)
  const declared = declaredTotal(answer)
  if (start === undefined || start > from || (declared !== undefined && declared !== size)) {
    await answer.body?.cancel().catch(() => undefined)
    return start === undefined || start > from ? { kind: 'later', retryAfterSeconds: 0 } : { kind: 'wrong_length' }
  }
  let skip = from - start
  let left = size - from
  const chunks = answer.body?.[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await nextOf(chunks, signal)
      if (next === 'cut') return { kind: 'cut' }
      if (next === undefined) return { kind: 'ended' }
      stall.moved()
      const chunk = next.subarray(Math.min(skip, next.length))
      skip -= next.length - chunk.length
      if (chunk.length > left) return { kind: 'wrong_length' }
      left -= chunk.length
      if (chunk.length > 0) await take(chunk)
      signal.throwIfAborted()
    }
  } finally {
    // Leaving early ends the connection; it may be gone already.
    await chunks?.return?.().catch(() => undefined)
  }
}

/** What the network says of a broken connection names addresses, and none of it matters here. */
async function nextOf(
  chunks: AsyncIterator<Uint8Array> | undefined,
  signal: AbortSignal,
): Promise<Uint8Array | 'cut' | undefined> {
  try {
    const next = await chunks?.next()
    return next === undefined || next.done === true ? undefined : next.value
  } catch {
    signal.throwIfAborted()
    return 'cut'
  }
}

/** Where the answer's body begins in the file; undefined where it does not say. */
function startOf({ status, headers }: Response, from: number): number | undefined {
  if (status === 200) return 0
  const range = headers.get('content-range')
  // A part without its place can only be the one that was asked for.
  if (range === null) return from
  const start = /^bytes (\d+)-/.exec(range)?.[1]
  return start === undefined ? undefined : Number(start)
}

/** Bytes of the whole file, where the answer says so. */
function declaredTotal({ status, headers }: Response): number | undefined {
  const said =
    status === 206
      ? /^bytes \d+-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
      : (headers.get('content-encoding') ?? 'identity') === 'identity'
        ? headers.get('content-length')
        : null
  return said === undefined || said === null || !/^\d+$/.test(said) ? undefined : Number(said)
}

/** Aborts its signal when nothing has moved for long. */
class StallWatch {
  private readonly controller = new AbortController()
  private movedAt: number
  private cancel = () => {}

  constructor(private readonly clock: Clock) {
    this.movedAt = clock.monotonic()
    this.wait(STALL_MS)
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  moved(): void {
    this.movedAt = this.clock.monotonic()
  }

  over(): void {
    this.cancel()
  }

  /** One timer for many pieces: it looks when the last one came. */
  private wait(milliseconds: number): void {
    this.cancel = this.clock.after(milliseconds, () => {
      const left = this.movedAt + STALL_MS - this.clock.monotonic()
      if (left <= 0) this.controller.abort()
      else this.wait(left)
    })
  }
}
