import type { Workspace } from './workspace'

/** Who approved what, until the code is exchanged. Slack's one address serves both workspaces, so a code must say which. */
export interface Approval {
  workspace: Workspace
  subject: string
}

/** Approvals by authorization code. In memory alone: a code that is not exchanged before a restart is void. */
export type Approvals = Map<string, Approval>
