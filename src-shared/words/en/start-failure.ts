import { area } from '../chosen'

/** Why the desktop application does not start. */
export const startFailureWords = area('startFailure', {
  folderInUse: 'Another Neurocad Connect has this vault open. Close it, then start again.',
  folderUnusable: 'The folder of the vault cannot be read or written.',
  unknownFormat: 'The vault is damaged, or was written by a newer version. Its files were left as they are.',
  demoAndReal: 'This folder holds a vault of the other kind: a demo is never opened as a real one, nor a real one as a demo.',
})
