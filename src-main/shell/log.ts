/** One line of the shell's own, as the engine writes its lines. Never given a secret, a link, or what a message holds. */
export function log(message: string): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'info', message: `shell: ${message}` })}\n`)
}
