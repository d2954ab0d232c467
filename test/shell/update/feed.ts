import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const ownKeys = generateKeyPairSync('ed25519')
export const publicKey = ownKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** A web server with a feed as electron-builder writes it. */
export class Feed {
  readonly files = new Map<string, string>()
  readonly asked: { path: string; staging: string | string[] | undefined }[] = []

  private constructor(private readonly server: Server) {
    server.on('request', ({ url = '', headers }, response) => {
      this.asked.push({ path: url.replace(/\?.*/, ''), staging: headers['x-user-staging-id'] })
      const body = this.files.get(url.replace(/\?.*/, ''))
      response.writeHead(body === undefined ? 404 : 200).end(body)
    })
  }

  static async start(): Promise<Feed> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new Feed(server)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/connect`
  }

  /** Offers a version, its list signed with a key. */
  offer(version: string, key: KeyObject = ownKeys.privateKey, program = `the program ${version}`): void {
    const list = [
      `version: ${version}`,
      'files:',
      '  - url: neurocad-connect.AppImage',
      `    sha512: ${createHash('sha512').update(`the program ${version}`).digest('base64')}`,
      `    size: ${program.length}`,
      "releaseDate: '2026-11-21T00:00:00.000Z'",
      '',
    ].join('\n')
    this.files.set('/connect/latest-linux.yml', list)
    this.files.set('/connect/latest-linux.yml.sig', sign(null, Buffer.from(list), key).toString('base64'))
    this.files.set('/connect/neurocad-connect.AppImage', program)
  }

  stop(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}
