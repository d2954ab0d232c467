/** Chromium's own, which it puts among the arguments that a second instance hands to the first. */
const chromiumAdds = [/^--original-process-start-time=\d+$/, /^--allow-file-access-from-files$/]

/**
 * What the system handed over as links: the arguments after the first `--`, which ends the registered command. Before it nothing is a
 * link, and after it nothing is an option, although whatever a page wrote into its link may be there.
 */
export function linkArguments(argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  if (end === -1) return []
  return argv.slice(end + 1).filter((argument) => !chromiumAdds.some((added) => added.test(argument)))
}
