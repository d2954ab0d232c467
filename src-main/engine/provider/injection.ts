/** What one request carries of a connection, and where it may be sent. Holds the secret: for that one request, in memory. */
export interface Injection {
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** Parameters added to the query. */
  query: Readonly<Record<string, string>>
  /** Origins it may go to, and no others, redirects included. */
  origins: readonly string[]
}

/** RFC 6750, section 2.1. */
export const bearer = (token: string, origins: readonly string[]): Injection => ({
  headers: { authorization: `Bearer ${token}` },
  query: {},
  origins,
})
