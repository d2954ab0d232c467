import type { ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers'

/** Sends JSON, head and body in one write. A text of undefined is an answer without a body. */
export function sendJson(outgoing: ServerResponse, status: number, text: string | undefined): void {
  const type = text === undefined ? [] : ['content-type', 'application/json']
  const length = text === undefined ? 0 : Buffer.byteLength(text)
  outgoing.writeHead(status, [...type, ...securityHeaders, 'content-length', String(length)])
  outgoing.end(text)
}
