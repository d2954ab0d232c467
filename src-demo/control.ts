import type { LossyService } from './neurocad/answer-loss'
import type { SessionManager } from './session-manager/session-manager'

/**
 * What people do elsewhere to what was connected, and what goes wrong there, made to happen. Each resolves when the provider has told of
 * it, where it tells. What is not there any more is left as it is.
 */
export interface DemoControl {
  slack: {
    /** Takes the app away from a workspace. */
    uninstall(teamId: string): Promise<void>
    revokeTokens(teamId: string): Promise<void>
  }
  github: {
    uninstall(installationId: number): Promise<void>
    suspend(installationId: number, suspended: boolean): Promise<void>
  }
  passport: {
    /** Ends all that a person is signed in to. Nobody is told: the next refresh is refused. */
    revokeTokens(subject: string): Promise<void>
  }
  /** The next answers of a service are lost on their way, instead of as many as were still to be lost. */
  dropAnswers(service: LossyService, count: number): void
  /** That of the platform, to be made to misbehave. */
  sessionManager: SessionManager
}
