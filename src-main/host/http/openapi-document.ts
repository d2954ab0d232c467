import { oc } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { serveContract } from '../../../src-shared/contract'
import { ErrorData, errorTable } from '../../../src-shared/contract/error'
import { ErrorBody } from '../../../src-shared/contract/error-body'
import { procedureRoutes } from './procedure-routes'

type Document = Awaited<ReturnType<OpenAPIGenerator['generate']>>
type Operation = NonNullable<NonNullable<Document['paths']>[string]>['get']

/** The OpenAPI 3.1 document of every route under `/api`, from the contract that serves them. */
export async function openApiDocument(version: string): Promise<Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(oc.prefix('/api').router(serveContract), {
    info: { title: 'Neurocad Connect', version },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    commonSchemas: { ErrorData: { schema: ErrorData, strategy: 'output' }, Error: { schema: ErrorBody, strategy: 'output' } },
    customErrorResponseBodySchema: (errors) => ({
      type: 'object',
      properties: {
        code: { enum: errors.map(([code]) => code) },
        status: { type: 'integer' },
        message: { type: 'string' },
        data: { $ref: '#/components/schemas/ErrorData' },
      },
      required: ['code', 'status', 'message', 'data'],
    }),
  })
  for (const { method, path, meta } of procedureRoutes) {
    const operation = operationAt(document, path, method)
    if (operation === undefined) throw new Error(`${method} ${path} is not described`)
    if (meta.access === 'open') operation.security = []
    operation.responses = { ...operation.responses, 413: refused('PAYLOAD_TOO_LARGE') }
  }
  addHeader(document, '/api/connect/connections/{id}', 'PATCH', 'If-Match', 'The version to change, for example "3"')
  addHeader(document, '/api/events', 'GET', 'Last-Event-ID', 'Resumes after this event; the first answer is ready, or reset')
  document.paths = { ...document.paths, ...routesOutsideTheContract }
  return document
}

const json = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
const refused = (code: keyof typeof errorTable) => ({ description: errorTable[code].message, content: json })
const page = (code: keyof typeof errorTable) => ({
  ...refused(code),
  content: { ...json, 'text/html': { schema: { type: 'string' as const } } },
})

const routesOutsideTheContract: Document['paths'] = {
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
        400: page('INVALID_INPUT'),
        403: page('AUTHORIZATION_DENIED'),
        404: page('AUTHORIZATION_UNKNOWN'),
        409: page('AUTHORIZATION_USED'),
        410: page('AUTHORIZATION_EXPIRED'),
        413: refused('PAYLOAD_TOO_LARGE'),
        500: page('INTERNAL'),
        502: page('PROVIDER_ERROR'),
        503: page('VAULT_UNAVAILABLE'),
        504: page('PROVIDER_TIMEOUT'),
      },
    },
  },
  '/api/ingress/{type}': {
    post: {
      operationId: 'ingress.receive',
      summary: 'Where a provider sends its signed events; Slack: X-Slack-Signature and X-Slack-Request-Timestamp',
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

function operationAt(document: Document, path: string, method: string): Operation {
  const item: Record<string, unknown> = { ...document.paths?.[path] }
  return item[method.toLowerCase()] as Operation
}

function addHeader(document: Document, path: string, method: string, name: string, description: string): void {
  const operation = operationAt(document, path, method)
  if (operation === undefined) throw new Error(`${method} ${path} is not described`)
  operation.parameters = [...(operation.parameters ?? []), { name, in: 'header', description, schema: { type: 'string' } }]
}
