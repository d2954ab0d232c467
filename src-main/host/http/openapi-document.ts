import { oc } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { serveContract } from '../../../src-shared/contract'
import { ErrorData } from '../../../src-shared/contract/error'
import { ErrorBody } from '../../../src-shared/contract/error-body'
import { refused, routesOutsideTheContract } from './openapi-other-routes'
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

function operationAt(document: Document, path: string, method: string): Operation {
  const item: Record<string, unknown> = { ...document.paths?.[path] }
  return item[method.toLowerCase()] as Operation
}

function addHeader(document: Document, path: string, method: string, name: string, description: string): void {
  const operation = operationAt(document, path, method)
  if (operation === undefined) throw new Error(`${method} ${path} is not described`)
  operation.parameters = [...(operation.parameters ?? []), { name, in: 'header', description, schema: { type: 'string' } }]
}
