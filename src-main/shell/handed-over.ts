import type { FileInbox } from './file-inbox'
import { linkArguments } from './link-arguments'
import type { LinkInbox } from './link-inbox'
import { recipePath } from './recipe-path'

interface Inboxes {
  links: Pick<LinkInbox, 'receive'>
  files: Pick<FileInbox, 'receive'>
  platform: NodeJS.Platform
}

/** Gives on what the system handed over on a command line. False where that was nothing. */
export function takeHandedOver(argv: readonly string[], { links, files, platform }: Inboxes): boolean {
  const names = (argument: string) => recipePath(argument, platform) !== undefined
  const given = linkArguments(argv)
  if (given.length === 0) return takeLoneFile(argv, files, names)
  if (given.every(names)) void files.receive(given)
  else links.receive(given)
  return true
}

/**
 * A file alone may come without the `--` of our own registration, such as by “Open with” on Windows: then it is the last argument, and
 * what an option takes is none. A path that is absolute and ends as recipes do can be no option.
 */
function takeLoneFile(argv: readonly string[], files: Inboxes['files'], names: (argument: string) => boolean): boolean {
  const last = argv.at(-1)
  if (argv.includes('--') || argv.length < 2 || last === undefined || !names(last) || argv.at(-2) === '--data') return false
  void files.receive([last])
  return true
}
