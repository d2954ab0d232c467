/** How a provider can be asked to answer, besides an HTTPS page of a person's own. */
export type DirectCallback = 'loopback' | 'deep_link'

interface Ways {
  /** What this provider takes. */
  takes: readonly DirectCallback[]
  /** An HTTPS page is registered with the app: it stands for everything else, and what it shows is pasted. */
  redirectPage: boolean
  /** What the owner of the vault would rather have. */
  preferred: DirectCallback
  /** What reaches this host. */
  reaches: Record<DirectCallback, boolean>
}

/** `taken`: the provider takes no other. `unreachable`: the other one does not come here. */
export type TransportChoice =
  | { transport: 'paste'; because: 'redirect_page' }
  | { transport: DirectCallback; because: 'preferred' | 'taken' | 'unreachable' }
  /** None of what the provider takes comes here. */
  | { transport: undefined; because: 'unreachable' }

/** Which way an authorization's answer is asked to come, and why. Pure. */
export function chooseTransport({ takes, redirectPage, preferred, reaches }: Ways): TransportChoice {
  if (redirectPage) return { transport: 'paste', because: 'redirect_page' }
  const possible = takes.filter((way) => reaches[way])
  const transport = possible.includes(preferred) ? preferred : possible[0]
  if (transport === undefined) return { transport, because: 'unreachable' }
  if (takes.length === 1) return { transport, because: 'taken' }
  return { transport, because: transport === preferred ? 'preferred' : 'unreachable' }
}
