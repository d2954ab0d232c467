import { z } from 'zod'
import type { Placed } from './installation-changes'
import { repositorySummary, selectionOf } from './installation-view'
import { coveredBy } from './installations'
import { Refusal, refusal } from './refusal'
import type { Site } from './site'

const Wanted = z.object({
  repositories: z.array(z.string()).max(500).optional(),
  repository_ids: z.array(z.number()).max(500).optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
})
const Minted = z.object({
  token: z.string(),
  expires_at: z.string(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
})

/** An installation token, made by the emulator, for what the installation covers. `body`: which part of that is wanted. */
export async function mintInstallationToken(
  { emulated, tokens }: Pick<Site, 'emulated' | 'tokens'>,
  { installation, app, account }: Placed,
  jwt: string,
  body: string,
): Promise<Response> {
  if (installation.suspended !== null) throw refusal.suspended()
  const { permissions, ...wanted } = wantedIn(body)
  const asked = wanted.repositories ?? wanted.repository_ids
  const covered = coveredBy(installation, account)
  const chosen = covered.filter(({ id, name }) => wanted.repositories?.includes(name) || wanted.repository_ids?.includes(id))
  if (asked !== undefined && chosen.length < new Set<unknown>(asked).size) throw refusal.foreignRepository()

  const answer = await (await emulated.of(app)).mint(account, permissions, jwt)
  if (answer.status !== 201) return answer
  const minted = Minted.parse(await answer.json())
  await tokens.given(minted.token, {
    kind: 'installation',
    appId: app.appId,
    installationId: installation.id,
    repositories: asked === undefined ? null : chosen.map(({ name }) => name),
    permissions: minted.permissions,
    expiresAt: minted.expires_at,
  })
  const selection = asked === undefined ? selectionOf(installation) : 'selected'
  const repositories = asked === undefined ? covered : chosen
  return Response.json(
    {
      ...minted,
      repository_selection: selection,
      ...(selection === 'selected' ? { repositories: repositories.map(repositorySummary) } : {}),
    },
    { status: 201 },
  )
}

function wantedIn(body: string): z.infer<typeof Wanted> {
  if (body === '') return {}
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
  const { data } = Wanted.safeParse(json)
  if (data === undefined) throw new Refusal(422, 'Validation Failed')
  return data
}
