import { fdatasyncSync, openSync, writeSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'

/**
 * The least that a server in Node can do, as a process of its own: it answers what it was given, without looking at anything.
 * `PUT` gives it the answer of a path. `POST` parses the body, writes it to the end of a file and syncs that, and answers.
 * What it takes, no other server on Node takes less than.
 */
const [, , file = ''] = process.argv
const descriptor = openSync(file, 'w')
const answers = new Map<string, Uint8Array>()
let length = 0

const server = createServer((request, response) => {
  const { url = '', method } = request
  if (method === 'GET') return send(response, answers.get(url))
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts)
    if (method === 'PUT') answers.set(url, body)
    else {
      JSON.parse(body.toString())
      length += writeSync(descriptor, body, 0, body.length, length)
      fdatasyncSync(descriptor)
    }
    send(response, answers.get(url))
  })
}).listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.stdout.write(`${address.port}\n`)
})

function send(response: ServerResponse, body: Uint8Array = Buffer.from('{}')): void {
  response.writeHead(200, ['content-type', 'application/json', 'content-length', String(body.length)])
  response.end(body)
}
