import { area } from '../chosen'

/** Why a node cannot be deployed or run. Source: "The pre-flight errors you can hit" in the seed of Neurocad Connect. */
export const preflightWords = area('preflight', {
  missing: (node: string) => `${node} has no credential yet. Select one.`,
  notFound: (node: string) => `Credential not found: the connection that ${node} names does not exist here. Select another one.`,
  notProvisioned: (node: string, type: string) =>
    `Credential not found: ${node} needs ${type}, which is not provisioned for your organisation. Talk to your operator.`,
  ownerOnly: (node: string) =>
    `Only the passport owner can grant it: ${node} has somebody else’s private connection. Its owner needs to deploy, or you select your own.`,
  typeMismatch: (node: string) => `The type of the credential does not match the slot of ${node}. Select one of the right type.`,
  notActive: (node: string, status: string) => `The credential of ${node} is ${status}. Reconnect before deploying.`,
  revoked: (node: string) => `The credential of ${node} is revoked. Select a different connection, then deploy again.`,
  managedNotActive: (node: string, type: string, status: string) =>
    `${type}, which ${node} needs, is ${status}. Talk to your operator.`,
  noSubject: (node: string) => `The credential of ${node} has no delegated subject. Reconnect to repopulate it.`,
  grantMissing: (node: string) => `${node} has no active grant for this passport. Its owner grants it by selecting it again.`,
  serviceApi: 'Neurocad Service',
  neurocadDesktopApi: 'Neurocad Desktop Service',
})
