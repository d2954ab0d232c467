import { area } from '../chosen'

/** Why the vault does not open, or takes no change. */
export const vaultRefusalWords = area('vaultRefusal', {
  fileMissing: (file: string) => `The file ${file} of this vault is missing. The others were left as they are.`,
  noSnapshot: 'No snapshot of this vault can be read. Its files were left as they are.',
  eventsUnknown: (file: string) =>
    `The file ${file} of this vault has events that this version does not know. Use a newer version. The files were left as they are.`,
  openElsewhere: 'Another process has opened this vault. Nothing was changed here.',
  isDemo: 'This folder holds a demo vault. Start with --demo, or choose another folder with --data.',
  isReal: 'This folder holds a real vault, which the demo does not touch. Choose another folder with --data.',
})
