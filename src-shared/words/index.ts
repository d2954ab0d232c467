import { accountChoiceWords } from './en/account-choice'
import { anchorWords } from './en/anchor'
import { apiAccessWords } from './en/api-access'
import { attentionWords } from './en/attention'
import { auditWords } from './en/audit'
import { auditEventWords } from './en/audit-event'
import { auditFileWords } from './en/audit-file'
import { authorizationWords } from './en/authorization'
import { bindingWords } from './en/binding'
import { breakageWords } from './en/breakage'
import { callbackPageWords } from './en/callback-page'
import { callbackWords } from './en/callbacks'
import { checkWords } from './en/check'
import { commonWords } from './en/common'
import { connectionWords } from './en/connection'
import { connectionsWords } from './en/connections'
import { damageWords } from './en/damage'
import { deliveryWords } from './en/delivery'
import { demoWords } from './en/demo'
import { desktopWords } from './en/desktop'
import { diagnosisWords } from './en/diagnosis'
import { diagnosisLineWords } from './en/diagnosis-line'
import { directoryWords } from './en/directory'
import { enteringWords } from './en/entering'
import { errorWords } from './en/errors'
import { factWords } from './en/facts'
import { frameWords } from './en/frame'
import { gateWords } from './en/gate'
import { genericFieldWords } from './en/generic-fields'
import { genericTypeWords } from './en/generic-types'
import { githubWords } from './en/github'
import { googleWords } from './en/google'
import { grantWords } from './en/grant'
import { historyWords } from './en/history'
import { hostWords } from './en/host'
import { hostFileWords } from './en/host-file'
import { importWords } from './en/import'
import { importFileWords } from './en/import-file'
import { importPageWords } from './en/import-page'
import { inboxWords } from './en/inbox'
import { keyHealthWords } from './en/key-health'
import { keysWords } from './en/keys'
import { linearWords } from './en/linear'
import { listWords } from './en/list'
import { managedTypeWords } from './en/managed-types'
import { microsoftWords } from './en/microsoft'
import { newPasswordWords } from './en/new-password'
import { nodeKindWords } from './en/node-kind'
import { nodePanelWords } from './en/node-panel'
import { oktaWords } from './en/okta'
import { operatorFileWords } from './en/operator-file'
import { paletteWords } from './en/palette'
import { passportWords } from './en/passport'
import { passwordWords } from './en/password'
import { preflightWords } from './en/preflight'
import { problemWords } from './en/problem'
import { providerAppWords } from './en/provider-app'
import { providerTestWords } from './en/provider-test'
import { recipeImportWords } from './en/recipe-import'
import { recipeListWords } from './en/recipe-list'
import { recipePageWords } from './en/recipe-page'
import { recipeProblemWords } from './en/recipe-problem'
import { recoveryWords } from './en/recovery'
import { refusalWords } from './en/refusal'
import { requestWords } from './en/request'
import { restoreDrillWords } from './en/restore-drill'
import { runWords } from './en/run'
import { runNodeWords } from './en/run-node'
import { securityWords } from './en/security'
import { settingsWords } from './en/settings'
import { shellWords } from './en/shell'
import { shortcutWords } from './en/shortcuts'
import { signInWords } from './en/sign-in'
import { slackWords } from './en/slack'
import { startFailureWords } from './en/start-failure'
import { statusWords } from './en/status'
import { statusSentenceWords } from './en/status-sentence'
import { templateWords } from './en/template'
import { terminalWords } from './en/terminal'
import { timeWords } from './en/time'
import { transferWords } from './en/transfer'
import { typeWords } from './en/type'
import { usageWords } from './en/usage'
import { vaultRefusalWords } from './en/vault-refusal'
import { wayInWords } from './en/ways-in'

/** The whole catalogue, in English. Pages import their own area alone, so that the first load carries no page's words but its own. */
export const english = {
  accountChoice: accountChoiceWords,
  apiAccess: apiAccessWords,
  attention: attentionWords,
  audit: auditWords,
  auditEvent: auditEventWords,
  anchor: anchorWords,
  auditFile: auditFileWords,
  authorization: authorizationWords,
  binding: bindingWords,
  breakage: breakageWords,
  callbackPage: callbackPageWords,
  callbacks: callbackWords,
  common: commonWords,
  connection: connectionWords,
  check: checkWords,
  connections: connectionsWords,
  damage: damageWords,
  delivery: deliveryWords,
  demo: demoWords,
  desktop: desktopWords,
  diagnosis: diagnosisWords,
  diagnosisLine: diagnosisLineWords,
  directory: directoryWords,
  entering: enteringWords,
  errors: errorWords,
  facts: factWords,
  frame: frameWords,
  gate: gateWords,
  genericFields: genericFieldWords,
  genericTypes: genericTypeWords,
  github: githubWords,
  google: googleWords,
  grant: grantWords,
  history: historyWords,
  host: hostWords,
  hostFile: hostFileWords,
  import: importWords,
  importFile: importFileWords,
  importPage: importPageWords,
  inbox: inboxWords,
  keyHealth: keyHealthWords,
  keys: keysWords,
  linear: linearWords,
  list: listWords,
  managedTypes: managedTypeWords,
  microsoft: microsoftWords,
  newPassword: newPasswordWords,
  nodeKind: nodeKindWords,
  nodePanel: nodePanelWords,
  okta: oktaWords,
  operatorFile: operatorFileWords,
  palette: paletteWords,
  passport: passportWords,
  password: passwordWords,
  preflight: preflightWords,
  problem: problemWords,
  providerApp: providerAppWords,
  providerTest: providerTestWords,
  recipeImport: recipeImportWords,
  recipeList: recipeListWords,
  recipePage: recipePageWords,
  recipeProblem: recipeProblemWords,
  recovery: recoveryWords,
  refusal: refusalWords,
  request: requestWords,
  restoreDrill: restoreDrillWords,
  run: runWords,
  runNode: runNodeWords,
  security: securityWords,
  transfer: transferWords,
  settings: settingsWords,
  shell: shellWords,
  shortcuts: shortcutWords,
  signIn: signInWords,
  slack: slackWords,
  startFailure: startFailureWords,
  status: statusWords,
  statusSentence: statusSentenceWords,
  template: templateWords,
  terminal: terminalWords,
  time: timeWords,
  type: typeWords,
  usage: usageWords,
  vaultRefusal: vaultRefusalWords,
  wayIn: wayInWords,
}

/** What a module of another language must have: an entry of the same kind for each of these. */
export type Words = typeof english
