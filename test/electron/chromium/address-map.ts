/**
 * Chromium started from outside knows no schemes of ours, so `app://neurocad/…` is `https://neurocad.app.invalid/…` inside it: an
 * origin of its own, secure, and never on a network. The shell sees only its own addresses.
 */
export class AddressMap {
  private readonly schemes = new Set<string>()

  add(scheme: string): void {
    this.schemes.add(scheme)
  }

  /** An application's address as Chromium has it; any other as it is. */
  toBrowser(address: string): string {
    const [, scheme = '', host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? []
    return this.schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest || '/'}` : address
  }

  /** What Chromium says, as the application would be told. */
  toApp(address: string): string {
    const [, host, scheme = '', rest] = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(.*)$/.exec(address) ?? []
    return this.schemes.has(scheme) ? `${scheme}://${host}${rest}` : address
  }

  /** A content security policy that names our schemes, for Chromium. */
  policyToBrowser(policy: string): string {
    let mapped = policy
    for (const scheme of this.schemes)
      mapped = mapped.replace(
        new RegExp(`(?<![\\w-])${scheme}:(?://([\\w.-]+))?`, 'g'),
        (_all, host?: string) => `https://${host ?? '*'}.${scheme}.invalid`,
      )
    return mapped
  }
}
