import { area } from '../chosen'
import { plural } from './forms'

/** The inbox: what recipes sent to this computer, and whether it takes files now. */
export const inboxWords = area('inbox', {
  title: 'Inbox',
  lead: 'Files that recipes sent to this computer.',
  list: 'Received files',
  search: 'Search files, senders and recipes',
  nothingFound: 'No file matches',
  nothingFoundWhy: (query: string) => `Nothing that was received has “${query}” in its name, sender or recipe.`,
  nothingYet: 'Nothing arrived yet',
  nothingYetWhy:
    'A recipe with a “Send to desktop” node puts files here. They are checked, kept in your receive folder, and never opened by themselves.',
  toRecipes: 'Open the recipes',

  receivingAs: (account: string) => `Receiving as ${account}`,
  receivingLead: 'Recipes that you permitted may send files to this computer.',
  off: 'Not receiving',
  offLead: 'Files that recipes send wait at your operator’s service until you turn this on.',
  noPassport: 'Connect your Passport to receive',
  noPassportLead: 'Files are addressed to you, so this computer has to be able to say that it is yours.',
  connectPassport: 'Connect Passport',
  noService: 'Your operator has not provided the desktop service',
  noServiceLead: 'Files travel by it. Talk to your operator.',
  seeService: 'See details',
  connecting: 'Connecting…',
  connectingLead: 'To your operator’s desktop service.',
  waiting: 'Waiting to connect again',
  triesAgain: 'Tries again',
  receive: 'Receive files',

  receiving: 'Receiving',
  delayed: 'Waiting',
  received: 'Received',
  refused: 'Refused',
  progress: (received: string, size: string) => `${received} of ${size}`,
  progressOf: (name: string) => `Progress of ${name}`,
  from: (sender: string, recipe: string) => `${sender} · ${recipe}`,

  show: 'Show in folder',
  open: 'Open',
  delete: 'Delete',
  actionsOf: (action: string, name: string) => `${action}: ${name}`,
  openTitle: (name: string) => `Open ${name}?`,
  openLead: (sender: string) =>
    `It came from a recipe, in the name of ${sender}. Open it only if you expected it: a file can do harm to the program that reads it.`,
  openButton: 'Open file',
  keepClosed: 'Leave it closed',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteLead: 'The file is deleted from this computer. The sender and the recipe keep theirs.',
  deleteRefusedLead: 'Nothing of it is on this computer; only the entry goes.',
  keepFile: 'Keep the file, and only forget that it was received',
  deleteButton: 'Delete file',
  forgetButton: 'Forget it',
  deleted: (name: string) => `Deleted ${name}`,
  forgotten: (name: string) => `Forgot ${name}`,

  limit: 'Largest file to receive',
  limitLead: 'Larger ones are refused, and nothing of them is kept.',
  limitChoice: (mebibytes: number) => (mebibytes >= 1024 ? `${mebibytes / 1024} GiB` : `${mebibytes} MiB`),
  receiveLead: 'While your Passport is connected, recipes that you permitted may send files to this computer.',
  files: (count: number) => plural(count, { one: '# file', other: '# files' }),
})
