import { area } from '../chosen'

/** What is said of files that recipes send to this computer, and of taking them. */
export const deliveryWords = area('delivery', {
  /** What a file is called whose own name leaves nothing. */
  unnamedFile: 'received file',

  passportBroken: 'The Neurocad Passport has to be reconnected before files can arrive.',
  folderNotUsable: 'The folder for received files cannot be used. Choose another one in the settings.',
  unreachable: 'Neurocad’s session manager cannot be reached.',
  silent: 'Neurocad’s session manager has stopped answering.',
  notWelcome: 'Neurocad’s session manager did not accept the Passport.',
  notAllowed: 'The Passport may not be sent to this session manager.',
  ended: 'Neurocad’s session manager ended the session.',

  waitingForSession: 'It continues when this computer is connected to Neurocad’s session manager again.',
  waitingForTurn: 'It starts when the files before it are here.',
  interrupted: 'The transfer was interrupted, and continues from where it was.',

  tooLarge: (megabytes: number) => `It is larger than the ${megabytes} MiB that the settings allow.`,
  hashMismatch: 'What arrived is not what was announced: the SHA-256 differs.',
  lengthMismatch: 'What arrived is not as long as was announced.',
  diskFull: 'There is no room for it on the disk.',
  gone: 'The session manager does not have it any more.',
  removed: 'It was deleted here before it had arrived.',
  unreadable: 'The announcement cannot be read.',

  noFile: 'There is no file of this delivery.',
  fileNotThere: 'The file is not where it was put.',
  fileNotOpened: 'The file could be a program, so it is not opened from here.',
  fileNotShown: 'The system could not show the file.',
})
