import { z } from 'zod'

/**
 * Every Web API answer has `ok`, and an error code where it is false, with HTTP status 200 either way.
 * Source: https://docs.slack.dev/apis/web-api
 */
const SlackAnswer = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.string() }),
])
type SlackAnswer = z.infer<typeof SlackAnswer>

/** Reads an answer of Slack; undefined where it is not one. */
export async function readSlackAnswer(answer: Response): Promise<SlackAnswer | undefined> {
  const json: unknown = await answer.json().catch(() => undefined)
  return SlackAnswer.safeParse(json).data
}

/** What `oauth.v2.access` adds to RFC 6749. Source: https://docs.slack.dev/reference/methods/oauth.v2.access */
export const SlackInstallation = z.object({
  // Null for an app installed on a whole Enterprise organisation, which is not what this type connects.
  team: z.object({ id: z.string().min(1), name: z.string().min(1) }),
  app_id: z.string().min(1),
  bot_user_id: z.string().min(1),
})

/** Slack's words for what RFC 6749 has a word for, and everybody else says. */
const standardCodes: ReadonlyMap<string, string> = new Map([['invalid_refresh_token', 'invalid_grant']])

/** An answer of `ok: false` as the error that RFC 6749, section 5.2 wants; any other as it is. */
export async function conformSlackAnswer(answer: Response): Promise<Response> {
  const slack = await readSlackAnswer(answer.clone())
  if (slack?.ok !== false) return answer
  return Response.json({ error: standardCodes.get(slack.error) ?? slack.error }, { status: 400 })
}
