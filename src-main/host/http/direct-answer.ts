import type { ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers'

const json = ['content-type', 'application/json', ...securityHeaders, 'content-length']
const nothing = [...securityHeaders, 'content-length', '0']

/** Sends JSON, head and body in one write; undefined is an answer without a body. */
export function sendJson(outgoing: ServerResponse, status: number, body: string | Buffer | undefined): void {
  outgoing.writeHead(status, body === undefined ? nothing : [...json, String(Buffer.byteLength(body))])
  outgoing.end(body)
}
