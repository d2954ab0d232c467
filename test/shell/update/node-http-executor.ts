import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor'

/** electron-updater's own way to the web, digests and all, over Node's sockets in place of Chromium's. Redirects are not followed. */
export const nodeHttpExecutor = () =>
  Object.assign(new ElectronHttpExecutor(), {
    createRequest: (options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest =>
      request(options, callback),
    addRedirectHandlers: () => {},
  })
