import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import { passportWords } from '../../../../src-shared/words/en/passport'

/** The Passport as the directory and its page show it. */
export const passportDescription: TypeDescription = {
  type: 'neurocadUserIdentityApi',
  name: passportWords.name,
  description: passportWords.description,
  category: 'Neurocad',
  visibility: 'private',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: ['Library', 'Schematic', passportWords.createShareLink, passportWords.sendDesktop],
  scopes: [
    { name: 'openid', reason: passportWords.knowWhichNeurocadAccount },
    { name: 'email', reason: passportWords.showAccountByAddress },
    { name: 'profile', reason: passportWords.showAccountByName },
    { name: 'offline_access', reason: passportWords.staySignedWhileYou },
  ],
  fields: [],
  appFields: [
    { name: 'issuer', label: passportWords.signServer, kind: 'url', required: true, placeholder: 'https://' },
    { name: 'clientId', label: passportWords.clientId, kind: 'text', required: true },
    {
      name: 'identityUrl',
      label: passportWords.identityExchange,
      kind: 'url',
      required: true,
      placeholder: 'https://',
      help: passportWords.whereNeurocadExchangesSign,
    },
  ],
  help: [passportWords.librarySchematicRequireNeurocad, passportWords.onlyYouSeeYour, passportWords.refreshesItselfWhenNeurocad],
  helpLinks: [],
}
