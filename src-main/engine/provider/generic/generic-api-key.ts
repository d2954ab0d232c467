import type { LifecycleEvent } from '../../../../src-shared/domain/lifecycle'
import { genericTypeWords } from '../../../../src-shared/words/en/generic-types'
import { EngineError, invalidInput } from '../../error'
import { isSafeEndpoint } from '../../oauth/endpoint-url'
import { providerFailure } from '../../oauth/provider-failure'
import type { Fetch } from '../../port'
import type { Injection } from '../injection'
import type { Held, Provider, ProviderSecret } from '../provider'
import { testFailure } from '../test-failure'
import { apiKeyPlacement } from './api-key-placement'
import { genericApiKeyDescription } from './generic-api-key-description'
import { originList } from './origin-list'

/** There is nothing but the key in these requests that could be refused. */
const meaning = (code: string): LifecycleEvent | undefined =>
  code === 'http_401' || code === 'http_403' ? 'rejected_by_provider' : undefined

/** Any service that takes a key, entered by a person. @param fetch bounded */
export function genericApiKey(fetch: Fetch): Provider {
  return {
    description: genericApiKeyDescription,

    fromFields(fields) {
      const { placement, parameter, prefix } = apiKeyPlacement(fields)
      const origins = originList(fields.origins, 'fields.origins')
      const { key = '', testUrl } = fields
      if (testUrl !== undefined) checkTestUrl(testUrl, origins, key)
      const [host] = origins.map((origin) => new URL(origin).host)
      return {
        account: { id: `${placement} ${parameter} ${origins.join(' ')}`, label: fields.label ?? host ?? '' },
        details: { placement, parameter, prefix, origins, testUrl },
        scopes: [],
        expiresAt: null,
        secret: { key },
      }
    },

    async test(held) {
      const { testUrl } = held.details
      if (testUrl === undefined) {
        return { result: 'failure', cannotAsk: true, error: genericTypeWords.namesNoAddressTest }
      }
      try {
        const answer = await fetch(...requestWith(inject(held), testUrl))
        if (!answer.ok) throw providerFailure(`http_${answer.status}`)
        return { result: 'success' }
      } catch (error) {
        return testFailure(genericTypeWords.theService, error, meaning)
      }
    },

    inject,
    sameGrant: () => false,
    manualRevoke: genericTypeWords.deleteKeyServiceSo,
  }
}

function inject({ details, secret }: Pick<Held, 'details' | 'secret'>): Injection {
  const { placement, parameter, prefix, origins } = details
  // Sealed and opened by us: without these the record is not one that this file made.
  if (parameter === undefined || origins === undefined) throw new EngineError('INTERNAL')
  const key = storedKey(secret)
  if (placement === 'query') return { headers: {}, query: { [parameter]: key }, origins }
  if (placement === 'basic') {
    // RFC 7617, with UTF-8 as most servers read it.
    const credentials = Buffer.from(`${parameter}:${key}`, 'utf8').toString('base64')
    return { headers: { authorization: `Basic ${credentials}` }, query: {}, origins }
  }
  return { headers: { [parameter]: prefix === undefined ? key : `${prefix} ${key}` }, query: {}, origins }
}

function storedKey({ key }: ProviderSecret): string {
  if (key === undefined) throw new EngineError('INTERNAL')
  return key
}

function requestWith({ headers, query, origins }: Injection, address: string): [string, RequestInit] {
  const url = new URL(address)
  if (!origins.includes(url.origin)) throw providerFailure('origin_not_declared')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return [url.href, { method: 'GET', headers }]
}

function checkTestUrl(url: string, origins: readonly string[], key: string): void {
  // It is shown to everybody who sees the connection.
  if ([key, encodeURIComponent(key)].some((form) => form !== '' && url.includes(form)))
    throw invalidInput('fields.testUrl', genericTypeWords.mustNotHoldKey)
  if (!isSafeEndpoint(url, { allowLoopback: true }) || !origins.includes(new URL(url).origin))
    throw invalidInput('fields.testUrl', genericTypeWords.mustBeOnOne)
}
