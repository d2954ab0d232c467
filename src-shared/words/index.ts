import { accountChoiceWords } from './en/account-choice'
import { attentionWords } from './en/attention'
import { authorizationWords } from './en/authorization'
import { breakageWords } from './en/breakage'
import { commonWords } from './en/common'
import { connectionWords } from './en/connection'
import { connectionsWords } from './en/connections'
import { diagnosisWords } from './en/diagnosis'
import { directoryWords } from './en/directory'
import { enteringWords } from './en/entering'
import { factWords } from './en/facts'
import { frameWords } from './en/frame'
import { listWords } from './en/list'
import { paletteWords } from './en/palette'
import { problemWords } from './en/problem'
import { shortcutWords } from './en/shortcuts'
import { signInWords } from './en/sign-in'
import { statusWords } from './en/status'
import { timeWords } from './en/time'
import { typeWords } from './en/type'

/** The whole catalogue, in English. Pages import their own area alone, so that the first load carries no page's words but its own. */
export const english = {
  accountChoice: accountChoiceWords,
  attention: attentionWords,
  authorization: authorizationWords,
  breakage: breakageWords,
  common: commonWords,
  connection: connectionWords,
  connections: connectionsWords,
  diagnosis: diagnosisWords,
  directory: directoryWords,
  entering: enteringWords,
  facts: factWords,
  frame: frameWords,
  list: listWords,
  palette: paletteWords,
  problem: problemWords,
  shortcuts: shortcutWords,
  signIn: signInWords,
  status: statusWords,
  time: timeWords,
  type: typeWords,
}

/** What a module of another language must have: an entry of the same kind for each of these. */
export type Words = typeof english
