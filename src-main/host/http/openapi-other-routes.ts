import type { OpenAPIGenerator } from '@orpc/openapi'
import { errorTable } from '../../../src-shared/contract/error'

type Document = Awaited<ReturnType<OpenAPIGenerator['generate']>>

const json = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
export const refused = (code: keyof typeof errorTable) => ({ description: errorTable[code].message, content: json })
const page = (code: keyof typeof errorTable) => ({
  ...refused(code),
  content: { ...json, 'text/html': { schema: { type: 'string' as const } } },
})

const answers = {
  400: page('INVALID_INPUT'),
  404: page('AUTHORIZATION_UNKNOWN'),
  409: page('AUTHORIZATION_USED'),
  410: page('AUTHORIZATION_EXPIRED'),
  413: refused('PAYLOAD_TOO_LARGE'),
  500: page('INTERNAL'),
  502: page('PROVIDER_ERROR'),
  503: page('VAULT_UNAVAILABLE'),
  504: page('PROVIDER_TIMEOUT'),
}

/** Where browsers and providers come to, which no client of the contract calls. */
export const routesOutsideTheContract: Document['paths'] = {
  '/api/audit/export': {
    get: {
      operationId: 'audit.export',
      summary: 'All events that pass the filters, oldest first, as a file: JSON Lines with the hash chain, or CSV',
      parameters: [
        { name: 'format', in: 'query', required: true, schema: { enum: ['jsonl', 'csv'] } },
        ...['record', 'group', 'kind', 'actor', 'from', 'to', 'query'].map((name) => ({
          ...{ name, in: 'query' as const, schema: { type: 'string' as const } },
        })),
      ],
      responses: {
        200: {
          description: 'The file',
          content: {
            'application/x-ndjson': { schema: { type: 'string' } },
            'text/csv': { schema: { type: 'string' } },
          },
        },
        400: refused('INVALID_INPUT'),
        401: refused('UNAUTHORIZED'),
        403: refused('FORBIDDEN'),
        413: refused('PAYLOAD_TOO_LARGE'),
        423: refused('VAULT_LOCKED'),
        500: refused('INTERNAL'),
      },
    },
  },
  '/api/{type}/oauth/callback': {
    get: {
      operationId: 'authorization.callback',
      summary: 'Where a provider redirects to; finishes the authorization that its state names',
      security: [],
      parameters: [
        { name: 'type', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'state', in: 'query', schema: { type: 'string' } },
        { name: 'code', in: 'query', schema: { type: 'string' } },
        { name: 'error', in: 'query', schema: { type: 'string' } },
      ],
      responses: {
        303: { description: 'Done, or a choice is waiting: on to /connect/provider/{type}' },
        ...answers,
        403: page('AUTHORIZATION_DENIED'),
      },
    },
  },
  '/api/{type}/manifest/{state}': {
    get: {
      operationId: 'providerApp.manifest',
      summary: 'A page whose one button brings the description of an app to its provider',
      security: [],
      parameters: [
        { name: 'type', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'state', in: 'path', required: true, schema: { type: 'string' } },
      ],
      responses: {
        ...answers,
        200: { description: 'The page', content: { 'text/html': { schema: { type: 'string' } } } },
      },
    },
  },
  '/api/{type}/manifest/callback': {
    get: {
      operationId: 'providerApp.manifestCallback',
      summary: 'Where a provider redirects to when it has made an app; enters that app',
      security: [],
      parameters: [
        { name: 'type', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'state', in: 'query', schema: { type: 'string' } },
        { name: 'code', in: 'query', schema: { type: 'string' } },
      ],
      responses: { ...answers, 303: { description: 'Done: on to /settings' } },
    },
  },
  '/api/ingress/{type}': {
    post: {
      operationId: 'ingress.receive',
      summary:
        'Where a provider sends its signed events; Slack: X-Slack-Signature and X-Slack-Request-Timestamp; GitHub: X-Hub-Signature-256 and X-GitHub-Delivery',
      security: [],
      parameters: [{ name: 'type', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
      responses: {
        200: { description: 'Taken; a challenge is sent back', content: { 'application/json': { schema: { type: 'object' } } } },
        401: refused('UNAUTHORIZED'),
        413: refused('PAYLOAD_TOO_LARGE'),
        503: refused('VAULT_UNAVAILABLE'),
      },
    },
  },
  '/api/webhooks/{hookId}': {
    post: {
      operationId: 'hook.receive',
      summary:
        'Where a sender brings what starts a run; signed as Standard Webhooks say: webhook-id, webhook-timestamp and webhook-signature',
      security: [],
      parameters: [{ name: 'hookId', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: { content: { 'application/json': { schema: {} } } },
      responses: {
        202: {
          description: 'Taken: the run that it started',
          content: { 'application/json': { schema: { type: 'object', properties: { runId: { type: 'string' } } } } },
        },
        401: refused('UNAUTHORIZED'),
        413: refused('PAYLOAD_TOO_LARGE'),
        503: refused('VAULT_UNAVAILABLE'),
      },
    },
  },
  '/api/callback-check': {
    get: {
      operationId: 'host.callbackCheck',
      summary: 'Where the callback doctor asks this program itself; to everyone else there is nothing here',
      security: [],
      parameters: [{ name: 'nonce', in: 'query', schema: { type: 'string' } }],
      responses: {
        200: { description: 'The request came back', content: { 'application/json': { schema: { type: 'object' } } } },
        404: refused('NOT_FOUND'),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This document',
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        401: refused('UNAUTHORIZED'),
        403: refused('FORBIDDEN'),
        413: refused('PAYLOAD_TOO_LARGE'),
      },
    },
  },
}
