import { area } from '../chosen'

/** Why the vault does not open, or takes no change. */
export const vaultRefusalWords = area('vaultRefusal', {
  fileMissing: (file: string) => `The file ${file} of this vault is missing. The others were left as they are.`,
  noSnapshot: 'No snapshot of this vault can be read. Its files were left as they are.',
  eventsUnknown: (file: string) =>
    `The file ${file} of this vault has events that this version does not know. Use a newer version. The files were left as they are.`,
  openElsewhere: 'Another process has opened this vault. Nothing was changed here.',
  headerMissing: 'The header of this vault is missing. The other files were left as they are.',
  formatUnknown: 'This vault has a format that this version does not know. Use a newer version.',
  headersDamaged: 'Both copies of the header are damaged. The files were left as they are.',
  headerChanged: 'The header of this vault was changed by something else. The files were left as they are.',
  halfWritten: 'The disk refused a write. Lock and unlock the vault to see whether the change was made.',
  notApplied: 'The change is on the disk, but could not be shown. Lock and unlock the vault.',
  isDemo: 'This folder holds a demo vault. Start with --demo, or choose another folder with --data.',
  isReal: 'This folder holds a real vault, which the demo does not touch. Choose another folder with --data.',
})
