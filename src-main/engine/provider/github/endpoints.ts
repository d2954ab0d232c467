/** Where GitHub is reached. Both addresses end in a slash. */
export interface GitHubEndpoints {
  /** Pages for people, and the token endpoint. */
  webUrl: string
  apiUrl: string
  loginHintParameter?: string | undefined
}

/** GitHub itself. A GitHub of one's own, or the demo, replaces these. */
export const githubEndpoints = (override: Record<string, string> = {}): GitHubEndpoints => ({
  webUrl: override.webUrl ?? 'https://github.com/',
  apiUrl: override.apiUrl ?? 'https://api.github.com/',
  loginHintParameter: override.loginHintParameter,
})
