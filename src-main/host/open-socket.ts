import { WebSocket } from 'ws'
import type { OpenSocket } from '../engine/port'

const MOST_FRAME_BYTES = 1024 * 1024
const HANDSHAKE_MS = 15_000

/** A WebSocket over the network of this computer. */
export const openSocket: OpenSocket = (url, headers, listener) => {
  let status: number | undefined
  const socket = new WebSocket(url, {
    headers,
    followRedirects: false,
    // Frames are small, and a compressed one could be large.
    perMessageDeflate: false,
    maxPayload: MOST_FRAME_BYTES,
    handshakeTimeout: HANDSHAKE_MS,
  })
  socket.on('unexpected-response', (_, response) => {
    status = response.statusCode
    socket.terminate()
  })
  socket.on('message', (data, isBinary) => {
    if (!isBinary) listener.heard(String(data))
  })
  // What goes wrong closes it as well, and what the network says of it names addresses.
  socket.on('error', () => undefined)
  socket.on('close', (code) => listener.closed(status === undefined ? { code } : { code, status }))
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text, () => undefined)
    },
    close: () => {
      socket.close(1000)
      // One that does not answer is not waited for.
      setTimeout(() => socket.terminate(), 1000).unref()
    },
  }
}
