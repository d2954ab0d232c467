import type { SecretKind, Secrets } from './canary-secrets'

/** Something that was said or written. */
export interface Place {
  name: string
  content: Buffer | string
  /** What it is there to tell: a consent address has the state. */
  mayTell?: readonly SecretKind[]
}

/** One request of the engine, as it was sent. */
export interface SentRequest {
  url: string
  headers: Headers
  body: string
  isForm: boolean
}

/** Every secret that is somewhere in any of its forms: `<kind> in <place>`, and never the secret. */
export function leaks(secrets: Secrets, places: readonly Place[]): string[] {
  const found = places.flatMap(({ name, content, mayTell = [] }) =>
    secrets.foundIn(content).flatMap(({ kind }) => (mayTell.includes(kind) ? [] : [`${kind} in ${name}`])),
  )
  return [...new Set(found)]
}

/** Where else than in `Authorization` or a form a person said that a key goes. */
export interface DeclaredPlacement {
  secret: string
  header?: string
  query?: string
}

/**
 * Every secret that was sent to somebody else's origin, in an address, in another header or in a body that is no form; and
 * every `Authorization` with something that is not among the secrets.
 */
export function misplaced(
  secrets: Secrets,
  requests: readonly SentRequest[],
  declared: readonly DeclaredPlacement[] = [],
): string[] {
  return [...new Set(requests.flatMap((request) => misplacedIn(secrets, request, declared)))]
}

function misplacedIn(secrets: Secrets, { url, headers, body, isForm }: SentRequest, declared: readonly DeclaredPlacement[]) {
  const { origin, pathname } = new URL(url)
  const authorization = headers.get('authorization')
  const carried = secrets.foundIn(authorization ?? '')
  const inBody = secrets.foundIn(body)
  const inAddress = secrets.foundIn(url).filter(({ kind, value }) => {
    const query = declared.find(({ secret }) => secret === value)?.query
    const rest = withoutParameter(url, query)
    return secrets.foundIn(rest).some((secret) => secret.value === value) && !isManifestCode(kind, url)
  })
  const inHeaders = [...headers].flatMap(([name, text]) =>
    name === 'authorization'
      ? []
      : secrets
          .foundIn(text)
          .filter(
            ({ kind, value }) => !isIdentity(kind, name) && !declared.some((one) => one.secret === value && one.header === name),
          ),
  )
  const strangers = [...carried, ...inBody].filter(({ origins }) => !origins.has(origin))
  const at = `to ${origin}${inAddress.length > 0 ? '' : pathname}`
  return [
    ...inAddress.map(({ kind }) => `${kind} ${at}: in the address`),
    ...inHeaders.map(({ kind }) => `${kind} ${at}: in another header`),
    ...(isForm ? [] : inBody.map(({ kind }) => `${kind} ${at}: in a body that is no form`)),
    ...strangers.map(({ kind }) => `${kind} ${at}: not its own`),
    ...(authorization !== null && carried.length === 0 ? [`something unknown ${at}`] : []),
  ]
}

function withoutParameter(address: string, name: string | undefined): string {
  const url = new URL(address)
  if (name !== undefined) url.searchParams.delete(name)
  return url.href
}

/** Neurocad's services take whose behalf it is beside who calls. */
const isIdentity = (kind: SecretKind, header: string): boolean => kind === 'identity token' && header === 'x-neurocad-identity'

/** GitHub takes the code of an App made from a manifest in the path, and nowhere else. */
const isManifestCode = (kind: SecretKind, url: string): boolean =>
  kind === 'authorization code' && /^\/app-manifests\/[\w-]+\/conversions$/.test(new URL(url).pathname)
