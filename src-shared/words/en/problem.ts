import { area } from '../chosen'
import { type Rich, rich } from '../rich'

/** What the page says of an error, beside the error's own sentence. */
export const problemWords = area('problem', {
  engineGone: 'Neurocad Connect is not answering.',
  unlockVault: 'Unlock the vault',
  backToConnect: 'Back to Connect',
  providersCode: <Part>(code: Part): Rich<Part> => rich`The provider’s own code: ${code}`,
  details: 'details',
  wholeRequest: '(whole request)',
  detailsForSupport: 'details for support',
  copyForSupport: 'Copy details for support',
})
