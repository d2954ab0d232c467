import { area } from '../chosen'

/** What the program around the vault says of this computer: its keychain, folders and links. */
export const desktopWords = area('desktop', {
  cannotStart: 'Neurocad Connect cannot start',

  keychainAbsent: 'The keychain of this computer cannot be reached.',
  keychainBasicText:
    'This computer has no keychain that seals anything. Install GNOME Keyring or KWallet, then sign in to your desktop again.',
  keychainUnknown: 'It is not known which keychain this computer has. Install GNOME Keyring or KWallet, then start again.',

  folderAbsent: 'The folder is not there.',
  folderNotShown: 'The system could not show the folder.',

  recipeType: 'Neurocad recipe',
  recipeRefused: 'This file cannot be opened as a recipe',
  recipeRefusedWhy: {
    several: 'Several files were opened at once. Open one after the other.',
    not_named_recipe: 'Only files whose names end in .neurocad-recipe are opened.',
    unreadable: 'It could not be read.',
    not_a_file: 'It is no plain file.',
    too_large: 'A recipe may have at most 1 MiB.',
    not_text: 'It is not text in UTF-8.',
    not_json: 'It is not JSON.',
  },
  otherFolder: 'Another vault is open already',
  otherFolderWhy: 'Neurocad Connect runs once. To open the folder that you named, quit it first, then start it again.',
  understood: 'OK',

  linksComeHere: 'Links that start with neurocad:// open this program.',
  linksGoTo: (program: string) => `Links that start with neurocad:// open another program: ${program}.`,
  linksGoNowhere: 'Links that start with neurocad:// open no program on this computer.',

  requestUnreadable: 'The request cannot be read.',
  systemRefused: 'The system refused.',
})
