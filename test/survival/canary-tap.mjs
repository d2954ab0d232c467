// Loaded into `serve` before anything else, in each of its threads: writes down what the engine sends and is answered, so that
// the test knows the secrets it looks for. The demo's own requests, in the main thread, are nobody's.
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.CANARY_TAP
const ask = globalThis.fetch

if (file !== undefined && !isMainThread) {
  globalThis.fetch = async (url, init = {}) => {
    const response = await ask(url, init)
    const { body, headers } = init
    const line = {
      url: String(url),
      headers: [...new Headers(headers)],
      body: body === null || body === undefined ? '' : String(body),
      isForm: body instanceof URLSearchParams,
      answer: await response.clone().text(),
    }
    appendFileSync(file, `${JSON.stringify(line)}\n`)
    return response
  }
}
