import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

/** A frame of a session manager. */
export interface Frame {
  type: string
  id?: string
  name?: string
  size?: number
  sha256?: string
  sender?: { subject: string; label: string }
  recipe?: { id: string; name: string }
}

/** A desktop's session as its own scripts would hold it, without any of the engine. */
export interface DesktopSession {
  /** The next frame that is not about being alive. */
  next(): Promise<Frame>
  /** The next one about a delivery, whatever comes before. */
  about(id: string | undefined): Promise<Frame>
  say(frame: object | string): void
  /** Code of the end. */
  ended: Promise<number>
  close(): void
}

/** Opens a session; rejects where the upgrade is refused, with the status and what the service says. */
export async function openSession(sessionManagerUrl: string, token: string | undefined): Promise<DesktopSession> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(`${sessionManagerUrl.replace(/^http/, 'ws')}session`, { headers })
  const frames: Frame[] = []
  const takers: ((frame: Frame) => void)[] = []
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    if (frame.type === 'ping') return socket.send(JSON.stringify({ type: 'pong' }))
    const taker = takers.shift()
    if (taker) taker(frame)
    else frames.push(frame)
  })
  const ended = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
    socket.on('unexpected-response', async (_, answer) => {
      answer.setEncoding('utf8')
      const [body] = (await once(answer, 'data')) as [string]
      reject(new Error(`${answer.statusCode} ${(JSON.parse(body) as { error: string }).error}`))
      socket.terminate()
    })
  })
  onTestFinished(() => socket.terminate())
  const next = (): Promise<Frame> => {
    const frame = frames.shift()
    return frame ? Promise.resolve(frame) : new Promise((resolve) => takers.push(resolve))
  }
  return {
    next,
    async about(id) {
      for (;;) {
        const frame = await next()
        if (frame.id === id) return frame
      }
    },
    say: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    ended,
    close: () => socket.close(),
  }
}
