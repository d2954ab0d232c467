import type { Context } from 'hono'
import type { z } from 'zod'
import { invalidRequest } from '../service-refusal'

/** The body of a request, as text and read. Throws `ServiceRefusal` (422) on what the schema does not take, naming the first place. */
export async function bodyOf<Body>(c: Context, schema: z.ZodType<Body>): Promise<{ text: string; body: Body }> {
  const text = await c.req.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalidRequest('The body is not JSON.')
  }
  const { data, error } = schema.safeParse(json)
  if (data === undefined) throw invalidRequest(`${error?.issues[0]?.path.join('.') || 'The body'} is not as it should be.`)
  return { text, body: data }
}
