import { area } from '../chosen'

/** How a provider answered a test. */
export const providerTestWords = area('providerTest', {
  didNotAnswer: (provider: string) => `${provider} did not answer in time.`,
  notReached: (provider: string) => `${provider} could not be reached.`,
  notAccepted: (provider: string, said: string) => `${provider} does not accept the connection any more (${said}).`,
  answeredWithError: (provider: string, said: string) => `${provider} answered with an error (${said}).`,
  missingScope: (provider: string) =>
    `${provider} asks for a scope that this connection was not given (missing_scope). Reconnect: it asks for the missing scopes, and keeps the connection.`,
  noSecret: 'There is no secret to test with. Reconnect.',
  secretDamaged: 'Its secret was damaged on the disk and does not open. Reconnect.',
  testFailed: 'The test failed.',
})
