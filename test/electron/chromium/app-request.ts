import type { Request as PageRequest, Route } from 'playwright-core'
import type { AddressMap } from './address-map'

type Handler = (request: Request) => Response | Promise<Response>

/**
 * Answers a request of the page with what the application's protocol handler says. Whole answers only: Playwright buffers.
 * @param refuses whether it must not be led on to an address
 */
export async function answer(
  route: Route,
  handler: Handler,
  addresses: AddressMap,
  refuses: (location: string) => boolean,
): Promise<void> {
  const response = await handler(asRequest(route.request(), addresses))
  const location = response.headers.get('location')
  if (location !== null && refuses(location)) return route.abort('aborted')
  const headers = Object.fromEntries(response.headers)
  for (const name of Object.keys(headers))
    if (name.startsWith('content-security-policy')) headers[name] = addresses.policyToBrowser(headers[name] ?? '')
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) })
}

function asRequest(request: PageRequest, addresses: AddressMap): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers()))
    if (!name.startsWith(':')) headers.set(name, name === 'origin' || name === 'referer' ? addresses.toApp(value) : value)
  const body = request.postDataBuffer()
  return new Request(addresses.toApp(request.url()), {
    method: request.method(),
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
}
