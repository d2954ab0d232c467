import { mkdtemp, rm } from 'node:fs/promises'
import { request as rawRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ClientStore } from '../../../src-main/host/access/client-store'
import { SessionStore } from '../../../src-main/host/access/session-store'
import { listen } from '../../../src-main/host/http/listener'
import { createServeApp } from '../../../src-main/host/http/serve-app'
import { FakeEngine, owner, teammate } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'
import { serveProgram } from '../program'

interface Options {
  engine?: FakeEngine
  rendererFolder?: string
  /** Whether there is a teammate to switch to. */
  demo?: boolean
}

/** The whole HTTP host on a real port, over an engine in memory. Gone when the test is. */
export async function testServer({ engine = new FakeEngine(), rendererFolder = '/nowhere', demo = true }: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-http-'))
  const logger = new FakeLogger()
  const time = { now: Date.parse('2026-11-21T09:30:00.000Z'), monotonic: 0 }
  const clock = { now: () => time.now, monotonic: () => time.monotonic }
  const clients = await ClientStore.open({ folder, clock, logger, people: { org: owner.org, owner } })
  const sessions = new SessionStore(clock)
  const access = { clients, sessions, people: { ...clients.people, others: demo ? [teammate] : [] } }
  const listener = await listen(0)
  const { check, ...program } = serveProgram(engine, listener.origin)
  const seen: number[] = []
  const present = () => void seen.push(seen.length)
  const host = { engine, access, callbackOrigin: listener.origin, clock, logger, program, present }
  const served = createServeApp({ ...host, check, rendererFolder })
  listener.serve(served)
  onTestFinished(async () => {
    await engine.close()
    await listener.close(0)
    await clients.close()
    await rm(folder, { recursive: true })
  })
  const ownerToken = (await clients.create('owner', owner.subject)).token
  const teammateToken = (await clients.create('teammate', teammate.subject)).token

  /** A call as a script would make it: JSON in, JSON out. */
  const call = async (method: string, path: string, options: { token?: string; body?: unknown; headers?: HeadersInit } = {}) => {
    const headers = new Headers(options.headers)
    const token = options.token ?? ownerToken
    if (token !== '') headers.set('Authorization', `Bearer ${token}`)
    if (options.body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    const body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body)
    const response = await fetch(`${listener.origin}${path}`, { method, headers, body, redirect: 'manual' })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }

  /** A request with headers that fetch would not send, or with a body where fetch sends none. */
  const raw = (method: string, path: string, headers: Record<string, string>, body: Iterable<Uint8Array> = []) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      // Without Host in `headers` there is the right one; an empty one stands for none at all.
      const { Host: host = listener.origin.slice('http://'.length), ...others } = headers
      const sent = host === '' ? others : { ...others, Host: host }
      const request = rawRequest(listener.origin, { method, path, headers: sent, setHost: false }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        resolve({ status: response.statusCode ?? 0, text })
      })
      request.on('error', reject)
      for (const chunk of body) request.write(chunk)
      request.end()
    })

  return { ...listener, ...served, engine, seen, access, logger, time, folder, ownerToken, teammateToken, call, raw }
}
