/** Ask for a person's claims or for a refresh token (OpenID Connect Core, sections 5.4 and 11): servers need not repeat them. */
const unsaid = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access'])

/**
 * What is asked for and was not granted. Some servers answer with the whole address of a scope that was asked for by its last
 * part (`https://graph.microsoft.com/User.Read`). Pure.
 */
export const missingScopes = (asked: readonly string[], granted: readonly string[]): string[] =>
  asked.filter((scope) => !unsaid.has(scope) && !granted.some((given) => given === scope || given.endsWith(`/${scope}`)))
